import { backoff } from '../../runtime/backoff'
import { MAX_EVENTS } from '../../shared/events-api/request'
import type { DeliveryResult } from './delivery-result'

/** Why a destination is paused. */
export type Pause = 'rate limit' | 'unavailable' | 'denied'

/** The permission to send a batch. */
export interface Permit {
  /** The maximum number of events in the batch. */
  readonly maxEvents: number
  /** Whether the batch tests if TikTok accepts the token again. Such a batch is a single event. */
  readonly isProbe: boolean
}

/** Decides when the next batch may be sent to a destination. It uses the results of the last batches. */
export interface Gate {
  /** Returns a permit to send now, or how long to wait, in milliseconds. */
  tryAcquire(): Permit | { readonly wait: number }
  /**
   * Hands back a permit, with the results of its events. They are empty if sending failed, which pauses the
   * destination as `unavailable`.
   */
  release(permit: Permit, results: readonly DeliveryResult[]): void
  /** Hands back an unused permit. */
  cancel(permit: Permit): void
  /** How long the gate stays closed, in milliseconds; 0 if it is open. A probe under way does not count. */
  waitTime(): number
  /** Why the destination is paused; undefined if it is not. It stays `denied` until a probe is not denied. */
  pause(): Pause | undefined
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The maximum wait when the cause is `unavailable`. */
const MAX_UNAVAILABLE = MINUTE

/** Creates the gate of one destination. It is open at first. */
export function createGate(now: () => number = Date.now, random: () => number = Math.random): Gate {
  let closedUntil = 0
  let cause: Pause | undefined
  let closings = 0
  let isProbing = false

  /** @param wait calculates the wait from the number of consecutive closings with this cause */
  const close = (why: Pause, wait: (consecutive: number) => number): void => {
    closings = cause === why ? closings + 1 : 1
    cause = why
    closedUntil = Math.max(closedUntil, now() + wait(closings))
  }

  return {
    tryAcquire() {
      const wait = closedUntil - now()
      if (wait > 0) return { wait }
      if (cause !== 'denied') return { maxEvents: MAX_EVENTS, isProbe: false }
      if (isProbing) return { wait: SECOND }
      isProbing = true
      return { maxEvents: 1, isProbe: true }
    },
    release(permit, results) {
      if (permit.isProbe) isProbing = false
      const limited = results.find(({ status, outcome }) => status === 'retry' && outcome?.httpStatus === 429)?.outcome
      if (results.some(({ status }) => status === 'denied')) {
        close('denied', () => (2 + 2 * random()) * MINUTE)
      } else if (cause === 'denied' && !permit.isProbe) {
        // The batch was sent before the denial, so its results do not show whether TikTok accepts the token again.
      } else if (limited !== undefined) {
        const { retryAfter } = limited
        close('rate limit', (consecutive) =>
          retryAfter === undefined ? backoff(consecutive, random) : retryAfter * SECOND
        )
      } else if (results.every(({ status }) => status === 'retry')) {
        close('unavailable', (consecutive) => backoff(consecutive, random, MAX_UNAVAILABLE))
      } else if (closedUntil <= now()) {
        cause = undefined
      }
    },
    cancel(permit) {
      if (permit.isProbe) isProbing = false
    },
    waitTime: () => Math.max(0, closedUntil - now()),
    pause: () => (closedUntil > now() || cause === 'denied' ? cause : undefined)
  }
}
