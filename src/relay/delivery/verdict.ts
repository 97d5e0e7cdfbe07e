import type { Outcome, SendResult } from '../../runtime'

/**
 * The next step for an event, decided by all its outcomes:
 * - `ignored`: no subscription matches it
 * - `delivered`, `rejected`: it is settled
 * - `retry`: it must be sent again
 * - `denied`: it must be sent again once the token or its permissions are fixed
 */
export type Fate = 'ignored' | 'delivered' | 'rejected' | 'retry' | 'denied'

/** The next step for an event, and the outcome that decided it. */
export interface Verdict {
  readonly fate: Fate
  readonly outcome?: Outcome
}

/** The outcomes by precedence. A retry precedes a settled outcome, because TikTok counts a repeated event once. */
const BY_PRECEDENCE = ['denied', 'retry', 'rejected', 'delivered'] as const

/** Combines the outcomes of one event. */
export function verdictOf({ outcomes }: Pick<SendResult, 'outcomes'>): Verdict {
  for (const fate of BY_PRECEDENCE) {
    const outcome = outcomes.find(({ status }) => status === fate)
    if (outcome !== undefined) return { fate, outcome }
  }
  return { fate: 'ignored' }
}
