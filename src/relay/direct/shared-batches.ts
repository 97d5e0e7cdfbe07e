import { MAX_EVENTS } from '../../shared/events-api/request'
import { type DeadLetter, deadLetterOf } from '../delivery/dead-letter'
import type { Destination } from '../delivery/destination'
import type { Permit } from '../delivery/gate'
import type { Reporter } from '../delivery/reporter'
import { sendBatch } from '../delivery/send-batch'
import type { DeliveryResult } from '../delivery/delivery-result'
import type { CompleteEvent } from '../intake/complete-event'

/**
 * Whether an event is settled: delivered, ignored, or rejected and stored as a dead letter. If not, `retryAfter` is the
 * wait before it is sent again, in seconds.
 */
export type Settlement = { readonly isSettled: true } | { readonly isSettled: false; readonly retryAfter: number }

/** The batches of one destination. Concurrent requests share them. */
export interface SharedBatches {
  /** The number of events that are waiting or being sent. */
  readonly depth: number
  /** The age of the oldest of them, in seconds; 0 when there is none. */
  readonly oldest: number
  /** Adds an event to the next batch. Resolves when the event is settled or must be sent again. It never rejects. */
  submit(event: CompleteEvent): Promise<Settlement>
}

interface Item {
  readonly event: CompleteEvent
  /** The time when it was submitted, by `performance.now()`. */
  readonly submittedAt: number
  readonly settle: (settlement: Settlement) => void
}

/**
 * How long the first event of a batch waits for more events, in milliseconds. The wait ends earlier if the batch is
 * full or the delivery of another batch ends.
 */
const WAIT = 100

/** The maximum number of concurrent batches of a destination. */
const MAX_BATCHES = 4

/** The maximum number of events of a destination that are waiting or being sent. It limits memory. */
const MAX_OPEN = 10_000

const SETTLED: Settlement = { isSettled: true }

/**
 * Creates the batches of a destination.
 * @param storeDeadLetters stores dead letters. If it fails, their events are not settled.
 */
export function createSharedBatches(
  destination: Destination,
  reporter: Reporter,
  storeDeadLetters: (letters: readonly DeadLetter[]) => Promise<void>
): SharedBatches {
  // In order of submission.
  const open = new Set<Item>()
  let waiting: Item[] = []
  let batches = 0
  let timer: NodeJS.Timeout | undefined

  const start = (): void => {
    clearTimeout(timer)
    timer = undefined
    while (waiting.length > 0 && batches < MAX_BATCHES) {
      const permit = destination.gate.tryAcquire()
      if ('wait' in permit) {
        const later = unsettled(permit.wait)
        for (const { settle } of waiting.splice(0)) settle(later)
        return
      }
      const batch = waiting.slice(0, permit.maxEvents)
      waiting = waiting.slice(permit.maxEvents)
      void deliver(batch, permit)
    }
  }

  const deliver = async (batch: readonly Item[], permit: Permit): Promise<void> => {
    batches += 1
    const results = await sendBatch(
      destination,
      permit,
      batch.map(({ event }) => event),
      reporter
    )
    const areStored = await storeRejected(batch, results)
    const pause = destination.gate.waitTime()
    for (const [index, { settle }] of batch.entries()) {
      const { status = 'retry', outcome } = results[index] ?? {}
      const isUnsettled = status === 'retry' || status === 'denied' || (status === 'rejected' && !areStored)
      settle(isUnsettled ? unsettled(Math.max(pause, (outcome?.retryAfter ?? 0) * 1000)) : SETTLED)
    }
    batches -= 1
    start()
  }

  const storeRejected = async (batch: readonly Item[], results: readonly DeliveryResult[]): Promise<boolean> => {
    const rejected = batch.flatMap(({ event }, index) => {
      const { status, outcome } = results[index] ?? {}
      return status === 'rejected' && outcome ? [{ event, outcome }] : []
    })
    if (rejected.length === 0) return true
    const letters = rejected.map(({ event, outcome }) =>
      deadLetterOf(destination, destination.keepNeeded(event), outcome)
    )
    try {
      await storeDeadLetters(letters)
    } catch (error) {
      reporter.failed('writing dead letters', error)
      return false
    }
    for (const { outcome } of rejected) {
      reporter.deadLettered(destination, destination.tiktokEventOf(outcome.subscription))
    }
    return true
  }

  return {
    get depth() {
      return open.size
    },
    get oldest() {
      const [first] = open
      return first === undefined ? 0 : (performance.now() - first.submittedAt) / 1000
    },
    submit: (event) =>
      new Promise((resolve) => {
        if (open.size >= MAX_OPEN) {
          resolve(unsettled(1000))
          return
        }
        const item: Item = {
          event,
          submittedAt: performance.now(),
          settle(settlement) {
            open.delete(item)
            resolve(settlement)
          }
        }
        open.add(item)
        waiting.push(item)
        if (waiting.length >= MAX_EVENTS) start()
        else timer ??= setTimeout(start, WAIT)
      })
  }
}

/** @param wait in milliseconds */
function unsettled(wait: number): Settlement {
  return { isSettled: false, retryAfter: Math.max(1, Math.ceil(wait / 1000)) }
}
