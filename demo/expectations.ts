import type { Run } from './run-event'
import { outcomeOf } from './tally'

/** The expected outcome of an event. */
export interface Expectation {
  readonly outcome: string
  /** The TikTok events it is sent as. */
  readonly as?: readonly string[]
  /** A part of the reason for its rejection. */
  readonly because?: string
}

/** messageId → expectation. */
export type Expectations = Readonly<Record<string, Expectation>>

/**
 * The differences between the runs and the expectations.
 * @param input the number of events
 */
export function differences(runs: readonly Run[], expected: Expectations, input: number): string[] {
  const ids = runs.map(({ event }) => event.messageId)
  const found = new Set(ids)
  return [
    ...(runs.length === input ? [] : [`${runs.length} events were run, of ${input}`]),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: stands on more than one event`),
    ...Object.keys(expected)
      .filter((id) => !found.has(id))
      .map((id) => `${id}: expected, but there is no such event`),
    ...runs.flatMap((run) => difference(run, expected[run.event.messageId]) ?? [])
  ]
}

function difference(run: Run, expected: Expectation | undefined): string | undefined {
  const id = run.event.messageId
  const outcome = outcomeOf(run)
  if (!expected) return `${id}: ${outcome}, but nothing was expected of it`
  if (outcome !== expected.outcome) return `${id}: ${outcome}; expected: ${expected.outcome}`

  const { as, because = '' } = expected
  const sentAs = run.attempts.map(({ sent }) => sent?.event ?? 'nothing').join(', ')
  if (as && sentAs !== as.join(', ')) return `${id}: sent as ${sentAs}; expected: ${as.join(', ')}`

  const messages = run.attempts.map(({ rejection }) => rejection?.message ?? '').join(' ')
  return messages.includes(because) ? undefined : `${id}: rejected with "${messages}"; expected: "${because}"`
}
