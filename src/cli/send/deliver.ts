import { setTimeout } from 'node:timers/promises'
import pRetry from 'p-retry'
import type { Outcome } from '../../runtime'
import { backoff } from '../../runtime/backoff'
import { attempt, type Route } from './attempt'
import type { Batch, Item } from './batches'
import type { Journal, Reject } from './journal'
import type { RateLimiter } from './rate-limiter'
import { withoutNumbers } from './ranges'
import type { Stop } from './stop'

/** The parts that `deliver` works with. */
export interface Delivery {
  readonly route: Route
  readonly journal: Journal
  readonly rateLimiter: RateLimiter
  readonly stop: Stop
  /** The maximum number of concurrent batches. */
  readonly concurrency: number
  /** Called with the reason when a batch starts to wait, and with undefined before each request. */
  readonly onWait: (reason: string | undefined) => void
  /** Called with each batch after its last attempt. */
  readonly onBatch: (batch: Batch) => void
}

/** The maximum number of attempts to send a batch, not counting those that settle some of its events. */
const MAX_ATTEMPTS = 8

/** The maximum backoff between two attempts, in milliseconds. It does not limit the wait that an answer asks for. */
const MAX_BACKOFF = 30_000

/** The longest wait that an answer may ask for, in seconds. A longer one ends the run. */
const MAX_WAIT = 600

/** Thrown when events of a batch must be sent again. */
class Unsettled extends Error {
  override readonly name = 'Unsettled'

  /**
   * @param reason the outcome with TikTok's answer
   * @param hasProgress whether other events of the batch were settled
   */
  constructor(
    readonly reason: Outcome,
    readonly hasProgress: boolean
  ) {
    super(reason.message)
  }
}

/**
 * Delivers all batches, up to `concurrency` at the same time. Each worker records its batch in the journal, then takes
 * the next.
 * @returns the number of records that are left, and an error of this process (not of TikTok), if any
 */
export async function deliver(
  batches: AsyncGenerator<Batch, void>,
  delivery: Delivery
): Promise<{ left: number; failure: Error | undefined }> {
  const { stop, concurrency } = delivery
  let left = 0
  let lastDelivered = 0
  let failure: Error | undefined

  const settleBatch = async (batch: Batch): Promise<void> => {
    const startTime = Date.now()
    const { unsettled, reason, ...settled } = await deliverBatch(batch, delivery)
    const indexes = unsettled.map(({ index }) => index)
    await delivery.journal.settle({ ...settled, ranges: withoutNumbers(batch.range, indexes) })
    left += unsettled.length
    delivery.onBatch(batch)
    if (settled.delivered > 0) lastDelivered = Date.now()
    // If no batch delivered anything in the meantime, TikTok is unavailable for all of them.
    if (unsettled.length > 0 && lastDelivered < startTime) stop.request('unavailable', reason?.message ?? '')
  }
  const work = async (): Promise<void> => {
    // `for await` would close the generator for all workers when one of them fails.
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
      const batch = next.value
      // After a stop, the rest of the input is only counted.
      if (stop.signal.aborted) left += batch.items.length
      else {
        await settleBatch(batch).catch((error: unknown) => {
          left += batch.items.length
          failure ??= error as Error
          throw error
        })
      }
    }
  }
  const worker = (): Promise<void> =>
    work().catch((error: unknown) => {
      // Ctrl-C closes standard input. The read error that this causes is not a failure.
      if (!stop.signal.aborted) failure ??= error as Error
      stop.request('failed', '')
    })
  await Promise.all(Array.from({ length: concurrency }, worker))
  return { left, failure }
}

interface Result {
  delivered: number
  readonly rejects: Reject[]
  readonly notTaken: string[]
  unsettled: readonly Item[]
  /** Why they are unsettled. */
  reason: Outcome | undefined
}

/** Sends a batch until all of it is settled, no attempts are left, or the run stops. */
async function deliverBatch(batch: Batch, { route, rateLimiter, stop, onWait }: Delivery): Promise<Result> {
  const result: Result = { delivered: 0, rejects: [], notTaken: [], unsettled: batch.items, reason: undefined }

  const send = async (): Promise<void> => {
    await rateLimiter.waitForTurn(result.unsettled.length, stop.signal)
    onWait(undefined)
    const before = result.unsettled.length
    const { delivered, rejects, notTaken, unsettled, reason, denied } = await attempt(result.unsettled, route)
    result.delivered += delivered
    result.rejects.push(...rejects)
    result.notTaken.push(...notTaken)
    result.unsettled = unsettled
    result.reason = reason
    if (denied !== undefined) stop.request('denied', denied.message)
    if (reason !== undefined) throw new Unsettled(reason, unsettled.length < before)
  }

  const wait = async ({ reason, hasProgress }: Unsettled, attempts: number): Promise<void> => {
    const { httpStatus, retryAfter = 0, message } = reason
    if (retryAfter > MAX_WAIT) stop.request('limit', message)
    stop.signal.throwIfAborted()
    if (httpStatus === 429) {
      onWait(message)
      rateLimiter.pause(Math.max(1, retryAfter) * 1000)
    } else if (!hasProgress || retryAfter > 0) {
      onWait(message)
      const milliseconds = Math.max(backoff(attempts, Math.random, MAX_BACKOFF), retryAfter * 1000)
      await setTimeout(milliseconds, undefined, { signal: stop.signal })
    }
  }

  try {
    await pRetry(send, {
      retries: MAX_ATTEMPTS - 1,
      minTimeout: 0,
      maxTimeout: 0,
      shouldRetry: ({ error }) => error instanceof Unsettled,
      shouldConsumeRetry: ({ error }) => !(error instanceof Unsettled && error.hasProgress),
      // `wait` replaces the library's own backoff, which has no full jitter.
      onFailedAttempt: async ({ error, retriesLeft, retriesConsumed }) => {
        if (error instanceof Unsettled && retriesLeft > 0) await wait(error, retriesConsumed + 1)
      }
    })
  } catch (error) {
    if (!(error instanceof Unsettled) && !stop.signal.aborted) throw error
  }
  return result
}
