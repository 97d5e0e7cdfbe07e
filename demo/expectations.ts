import type { Run } from './run-event'
import { outcomeOf } from './tally'

/** The expected outcome of an event. */
export interface Expectation {
  readonly outcome: string
  /** The names of the TikTok events that it is sent as. */
  readonly sentAs?: readonly string[]
  /** A part of the message of its rejection. */
  readonly reason?: string
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
    ...(runs.length === input ? [] : [`${runs.length} of ${input} events were run`]),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: more than one event has this ID`),
    ...Object.keys(expected)
      .filter((id) => !found.has(id))
      .map((id) => `${id}: expected, but no event has this ID`),
    ...runs.flatMap((run) => difference(run, expected[run.event.messageId]) ?? [])
  ]
}

function difference(run: Run, expected: Expectation | undefined): string | undefined {
  const id = run.event.messageId
  const outcome = outcomeOf(run)
  if (!expected) return `${id}: ${outcome}, but it has no expected outcome`
  if (outcome !== expected.outcome) return `${id}: ${outcome}; expected: ${expected.outcome}`

  const { sentAs, reason = '' } = expected
  const names = run.attempts.map(({ sent }) => sent?.event ?? 'nothing').join(', ')
  if (sentAs && names !== sentAs.join(', ')) return `${id}: sent as ${names}; expected: ${sentAs.join(', ')}`

  const messages = run.attempts.map(({ rejection }) => rejection?.message ?? '').join(' ')
  return messages.includes(reason) ? undefined : `${id}: rejected with "${messages}"; expected: "${reason}"`
}
