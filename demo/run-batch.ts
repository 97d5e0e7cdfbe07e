import type { DemoEvent } from './demo-event'
import type { Reason } from './reasons'
import { type DemoDestination, rejectionOf } from './run-event'

/** The results that the destination reported for a batch. */
export interface BatchRun {
  readonly requests: number
  readonly delivered: readonly string[]
  readonly bad: readonly Reason[]
}

/** Sends many events in one call through a destination that has one subscription. */
export async function runBatch(
  events: readonly DemoEvent[],
  { connect, subscriptions, sandbox }: DemoDestination
): Promise<BatchRun> {
  const before = sandbox.requests.length
  const results = await connect(subscriptions).send(events)
  const delivered: string[] = []
  const bad: Reason[] = []
  for (const [index, { messageId }] of events.entries()) {
    const [outcome] = results[index]?.outcomes ?? []
    const rejection = outcome === undefined ? { status: 0, message: 'no outcome' } : rejectionOf(outcome)
    if (rejection === undefined) delivered.push(messageId)
    else bad.push({ messageId, ...rejection })
  }
  return { requests: sandbox.requests.length - before, delivered, bad }
}
