import { MAX_EVENTS } from '../../shared/events-api/request'
import { type DeadLetter, deadLetterOf } from '../delivery/dead-letter'
import type { Destination } from '../delivery/destination'
import type { Pass } from '../delivery/gate'
import type { Reporter } from '../delivery/reporter'
import { sendBatch } from '../delivery/send-batch'
import type { Verdict } from '../delivery/verdict'
import type { CompleteEvent } from '../intake/complete-event'

/** The result for an event: it is settled, or must be sent again after a number of seconds. */
export type Settlement = { readonly isSettled: true } | { readonly isSettled: false; readonly retryAfter: number }

/** The batches of one destination. Concurrent requests share them. */
export interface SharedBatches {
  /** The number of events that are waiting or being sent. */
  readonly depth: number
  /** The age of the oldest of them, in seconds; 0 when there is none. */
  readonly oldest: number
  submit(event: CompleteEvent): Promise<Settlement>
}

interface Item {
  readonly event: CompleteEvent
  /** When it was submitted, by `performance.now()`. */
  readonly since: number
  readonly settle: (settlement: Settlement) => void
}

/** How long the first event of a batch waits for further ones, in milliseconds. */
const WAIT = 100

/** The maximum number of concurrent batches of a destination. */
const MOST_BATCHES = 4

/** The maximum number of events of a destination that are waiting or being sent. It limits memory. */
const MOST_EVENTS = 10_000

const SETTLED: Settlement = { isSettled: true }

/**
 * Creates the batches of a destination.
 * @param bury stores dead letters. If it fails, their events are not settled.
 */
export function createSharedBatches(
  destination: Destination,
  reporter: Reporter,
  bury: (letters: readonly DeadLetter[]) => Promise<void>
): SharedBatches {
  // In the order in which they were submitted.
  const open = new Set<Item>()
  let waiting: Item[] = []
  let batches = 0
  let timer: NodeJS.Timeout | undefined

  const start = (): void => {
    clearTimeout(timer)
    timer = undefined
    while (waiting.length > 0 && batches < MOST_BATCHES) {
      const pass = destination.gate.enter()
      if ('wait' in pass) {
        const later = unsettled(pass.wait)
        for (const { settle } of waiting.splice(0)) settle(later)
        return
      }
      const batch = waiting.slice(0, pass.most)
      waiting = waiting.slice(pass.most)
      void deliver(batch, pass)
    }
  }

  const deliver = async (batch: readonly Item[], pass: Pass): Promise<void> => {
    batches += 1
    const verdicts = await sendBatch(
      destination,
      pass,
      batch.map(({ event }) => event),
      reporter
    )
    const areBuried = await buryRejected(batch, verdicts)
    const gate = destination.gate.waitTime()
    for (const [index, { settle }] of batch.entries()) {
      const { fate = 'retry', outcome } = verdicts[index] ?? {}
      const isUnsettled = fate === 'retry' || fate === 'denied' || (fate === 'rejected' && !areBuried)
      settle(isUnsettled ? unsettled(Math.max(gate, (outcome?.retryAfter ?? 0) * 1000)) : SETTLED)
    }
    batches -= 1
    start()
  }

  const buryRejected = async (batch: readonly Item[], verdicts: readonly Verdict[]): Promise<boolean> => {
    const dead = batch.flatMap(({ event }, index) => {
      const { fate, outcome } = verdicts[index] ?? {}
      return fate === 'rejected' && outcome ? [{ event, outcome }] : []
    })
    if (dead.length === 0) return true
    try {
      await bury(dead.map(({ event, outcome }) => deadLetterOf(destination, destination.keepNeeded(event), outcome)))
    } catch (error) {
      reporter.failed('writing dead letters', error)
      return false
    }
    for (const { outcome } of dead) reporter.died(destination, destination.tiktokEventOf(outcome.subscription))
    return true
  }

  return {
    get depth() {
      return open.size
    },
    get oldest() {
      const [first] = open
      return first === undefined ? 0 : (performance.now() - first.since) / 1000
    },
    submit: (event) =>
      new Promise((resolve) => {
        if (open.size >= MOST_EVENTS) {
          resolve(unsettled(1000))
          return
        }
        const item: Item = {
          event,
          since: performance.now(),
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
