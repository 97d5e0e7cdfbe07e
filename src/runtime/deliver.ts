import { MultiStatusResponse, type RequestClient } from '@segment/actions-core'
import { type Verdict, rejected, verdictOf } from './outcome'
import { boundedClient, type Bounds } from './request'
import type { CompiledSubscription } from './subscriptions'

/** One event for the action of one subscription, and the function that receives the verdict on it. */
export interface Job<Settings> {
  readonly event: object
  readonly subscription: CompiledSubscription<Settings>
  readonly settle: (verdict: Verdict) => void
}

/** The values that all jobs of a connection share. */
export interface Delivery<Settings> extends Bounds {
  readonly settings: Settings
  readonly request: RequestClient
}

/**
 * Delivers jobs of one action in a single call of its `performBatch`, and settles each job. It never throws.
 * @param jobs at most the number that the action accepts in one batch
 */
export async function deliver<Settings>(
  jobs: readonly Job<Settings>[],
  { settings, request, ...bounds }: Delivery<Settings>
): Promise<void> {
  const ready: Job<Settings>[] = []
  const payload: unknown[] = []
  for (const job of jobs) {
    try {
      payload.push(job.subscription.toPayload(job.event))
      ready.push(job)
    } catch (error) {
      job.settle(rejected(error))
    }
  }
  const [first] = ready
  if (first === undefined) return

  const client = boundedClient(request, bounds)
  let response: unknown
  try {
    response = await first.subscription.action.performBatch(client, { payload, settings })
  } catch {
    // Each event gets the verdict for a missing entry: a retry. The error is not quoted: it may contain personal data.
  }
  for (const [index, job] of ready.entries()) {
    const entry = response instanceof MultiStatusResponse ? response.getResponseAtIndex(index) : undefined
    job.settle(verdictOf(entry))
  }
}
