import { backoff } from '../../runtime/backoff'
import { MAX_EVENTS } from '../../shared/events-api/request'
import type { Verdict } from './verdict'

/** Why a destination is paused. */
export type Pause = 'rate limit' | 'unavailable' | 'denied'

/** The permission to send a batch. */
export interface Pass {
  /** The maximum number of events. */
  readonly most: number
  /** Whether the batch is a single event, which tests whether TikTok accepts the token again. */
  readonly isProbe: boolean
}

/** Decides when the next batch may be sent to a destination. It uses the results of the last batches. */
export interface Gate {
  /** Returns the permission to send now, or how long to wait, in milliseconds. */
  enter(): Pass | { readonly wait: number }
  /** Receives the verdicts on the events of a pass. They are empty if nothing could be sent. */
  leave(pass: Pass, verdicts: readonly Verdict[]): void
  /** Returns an unused pass. */
  giveBack(pass: Pass): void
  /** How long the destination still waits, in milliseconds; 0 if it does not wait. */
  waitTime(): number
  /** Why the destination waits; undefined if it does not wait. */
  pause(): Pause | undefined
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The longest wait after a batch in which all events failed. */
const MOST_UNAVAILABLE = MINUTE

/** Creates the gate of one destination. It is open at first. */
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
