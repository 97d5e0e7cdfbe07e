import type { Outcome, SendResult } from '../../runtime'

/**
 * The combined status of an event's outcomes:
 * - `ignored`: no subscription matches it
 * - `delivered`, `rejected`: it is settled
 * - `retry`: it must be sent again
 * - `denied`: it must be sent again once the token or its permissions are fixed
 */
export type DeliveryStatus = 'ignored' | 'delivered' | 'rejected' | 'retry' | 'denied'

/** The combined status of an event, and the outcome that decided it. */
export interface DeliveryResult {
  readonly status: DeliveryStatus
  readonly outcome?: Outcome
}

/**
 * The statuses by precedence. A retry precedes a settled outcome, because otherwise the event would not be sent again.
 * The retry sends the event through all subscriptions, but TikTok counts what it has already received once.
 */
const BY_PRECEDENCE = ['denied', 'retry', 'rejected', 'delivered'] as const

/** Combines the outcomes of one event. */
export function combineOutcomes({ outcomes }: Pick<SendResult, 'outcomes'>): DeliveryResult {
  for (const status of BY_PRECEDENCE) {
    const outcome = outcomes.find((one) => one.status === status)
    if (outcome !== undefined) return { status, outcome }
  }
  return { status: 'ignored' }
}
