import type { Outcome, SendResult } from '../../runtime'

/**
 * What happens to an event next, over all its outcomes:
 * - `ignored`: no subscription takes it
 * - `delivered`, `rejected`: it is settled for good
 * - `retry`: it has to be sent again
 * - `denied`: it has to be sent again once the token or its rights are mended
 */
export type Fate = 'ignored' | 'delivered' | 'rejected' | 'retry' | 'denied'

/** What happens to an event next, and the outcome that decided it. */
export interface Verdict {
  readonly fate: Fate
  readonly outcome?: Outcome
}

/** An outcome that asks for another try outweighs settled ones, because TikTok counts a repeated event once. */
const BY_WEIGHT = ['denied', 'retry', 'rejected', 'delivered'] as const

/** Folds the outcomes of one event. */
export function verdictOf({ outcomes }: Pick<SendResult, 'outcomes'>): Verdict {
  for (const fate of BY_WEIGHT) {
    const outcome = outcomes.find(({ status }) => status === fate)
    if (outcome !== undefined) return { fate, outcome }
  }
  return { fate: 'ignored' }
}
