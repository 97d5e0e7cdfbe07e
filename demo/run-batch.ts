import type { DemoEvent } from './demo-event'
import type { Reason } from './reasons'
import { withSubscriptions, type Host } from './run-event'

/** The results that the destination reported for a batch. */
export interface BatchRun {
  readonly requests: number
  readonly delivered: readonly string[]
  readonly bad: readonly Reason[]
}

/** Runs many events through the destination in one call. */
export async function runBatch(events: readonly DemoEvent[], host: Host): Promise<BatchRun> {
  const before = host.sandbox.requests.length
  const results = await host.destination.onBatch([...events], withSubscriptions(host.settings, host.subscriptions))
  // actions-core keeps every response and its request.
  host.destination.responses.length = 0
  const entries = results.flatMap(({ multistatus = [] }) => multistatus)

  const delivered: string[] = []
  const bad: Reason[] = []
  for (const [index, { messageId }] of events.entries()) {
    const { status = 0, ...entry } = entries[index] ?? {}
    if (status >= 200 && status < 300) delivered.push(messageId)
    else bad.push({ messageId, status, message: 'errormessage' in entry ? entry.errormessage : 'no entry' })
  }
  return { requests: host.sandbox.requests.length - before, delivered, bad }
}
