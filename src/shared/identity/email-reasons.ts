import type { Reason } from '../reason'
import { isHashed, normaliseEmail } from './normalise'

/** Why an email address is dropped. */
export const EMAIL_REASONS = {
  noAddress: {
    reason: 'The value is not an email address: it needs one @ with something on each side, and no white space.',
    remedy: 'Map an email address, e.g. ann@example.com.'
  }
} satisfies Record<string, Reason>

/** Why an email address is dropped; undefined if it is sent. */
export function explainEmail(value: string): Reason | undefined {
  return isHashed(value) || normaliseEmail(value) !== undefined ? undefined : EMAIL_REASONS.noAddress
}
