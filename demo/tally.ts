import { listReasons } from './reasons'
import type { Run } from './run-event'

/** What can become of an event. */
export type Outcome = 'delivered' | 'rejected' | 'not subscribed'

/** What became of an event as a whole: one subscription that failed is a rejection. */
export function outcomeOf({ attempts }: Run): Outcome {
  if (attempts.length === 0) return 'not subscribed'
  return attempts.some(({ rejection }) => rejection) ? 'rejected' : 'delivered'
}

/** The count of what became of the events, and why some were rejected. */
export function tally(runs: readonly Run[]): string {
  const count = (outcome: Outcome) => `${runs.filter((run) => outcomeOf(run) === outcome).length} ${outcome}`
  const sum = `${runs.length} events = ${count('delivered')} + ${count('rejected')} + ${count('not subscribed')}`
  const reasons = runs.flatMap(({ event: { messageId }, attempts }) =>
    attempts.flatMap(({ rejection }) => (rejection ? [{ messageId, ...rejection }] : []))
  )
  return [sum, ...(reasons.length === 0 ? [] : ['Rejected:', ...listReasons(reasons)])].join('\n')
}
