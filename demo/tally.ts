import { listReasons } from './reasons'
import type { Run } from './run-event'

/** The possible outcomes of an event. */
export type Outcome = 'delivered' | 'rejected' | 'not subscribed'

/** The outcome of an event. It is `rejected` if one of its subscriptions failed. */
export function outcomeOf({ attempts }: Run): Outcome {
  if (attempts.length === 0) return 'not subscribed'
  return attempts.some(({ rejection }) => rejection) ? 'rejected' : 'delivered'
}

/** Formats the number of events per outcome, and the reasons for rejections. */
export function tally(runs: readonly Run[]): string {
  const count = (outcome: Outcome) => `${runs.filter((run) => outcomeOf(run) === outcome).length} ${outcome}`
  const sum = `${runs.length} events = ${count('delivered')} + ${count('rejected')} + ${count('not subscribed')}`
  const reasons = runs.flatMap(({ event: { messageId }, attempts }) =>
    attempts.flatMap(({ rejection }) => (rejection ? [{ messageId, ...rejection }] : []))
  )
  return [sum, ...(reasons.length === 0 ? [] : ['Rejected:', ...listReasons(reasons)])].join('\n')
}
