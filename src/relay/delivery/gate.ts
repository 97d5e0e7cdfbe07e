import { backoff } from '../../runtime/backoff'
import { MAX_EVENTS } from '../../shared/events-api/request'
import type { Verdict } from './verdict'

/** Why a destination gets nothing for a while. */
export type Pause = 'rate limit' | 'unavailable' | 'denied'

/** Permission to send a number of events. */
export interface Pass {
  readonly most: number
  readonly isProbe: boolean
}

/** Decides when events may be sent to a destination, from the results of the last ones. */
export interface Gate {
  /** Returns permission to send now, or how long to wait, in milliseconds. */
  enter(): Pass | { readonly wait: number }
  /** Learns from the verdicts on the events of a pass. They are empty if sending failed altogether. */
  leave(pass: Pass, verdicts: readonly Verdict[]): void
  /** Returns an unused pass. */
  giveBack(pass: Pass): void
  /** How long the destination waits still, in milliseconds; 0 when it does not. */
  waitTime(): number
  /** Why the destination waits; undefined when it does not. */
  pause(): Pause | undefined
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The longest wait of a destination whose whole batches fail. */
const MOST_UNAVAILABLE = MINUTE

/** The gate of one destination, which is open. */
export function createGate(now: () => number = Date.now, random: () => number = Math.random): Gate {
  let closedUntil = 0
  let cause: Pause | undefined
  let inRow = 0
  let isProbing = false

  const close = (why: Pause, wait: (inRow: number) => number): void => {
    inRow = cause === why ? inRow + 1 : 1
    cause = why
    closedUntil = Math.max(closedUntil, now() + wait(inRow))
  }

  return {
    enter() {
      const wait = closedUntil - now()
      if (wait > 0) return { wait }
      if (cause !== 'denied') return { most: MAX_EVENTS, isProbe: false }
      if (isProbing) return { wait: SECOND }
      isProbing = true
      return { most: 1, isProbe: true }
    },
    leave(pass, verdicts) {
      if (pass.isProbe) isProbing = false
      const limited = verdicts.find(({ fate, outcome }) => fate === 'retry' && outcome?.httpStatus === 429)?.outcome
      if (verdicts.some(({ fate }) => fate === 'denied')) {
        close('denied', () => (2 + 2 * random()) * MINUTE)
      } else if (limited !== undefined) {
        const { retryAfter } = limited
        close('rate limit', (inRow) => (retryAfter === undefined ? backoff(inRow, random) : retryAfter * SECOND))
      } else if (verdicts.every(({ fate }) => fate === 'retry')) {
        close('unavailable', (inRow) => backoff(inRow, random, MOST_UNAVAILABLE))
      } else if (closedUntil <= now()) {
        cause = undefined
      }
    },
    giveBack(pass) {
      if (pass.isProbe) isProbing = false
    },
    waitTime: () => Math.max(0, closedUntil - now()),
    pause: () => (closedUntil > now() || cause === 'denied' ? cause : undefined)
  }
}
