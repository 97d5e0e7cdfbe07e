import type { Reason } from '../reason'
import { cleanUrl } from './clean-url'

/** Why a URL is changed. */
export const URL_REASONS = {
  removed: {
    reason: 'The value of a URL parameter is an email address or a phone number, and is sent as "removed".',
    remedy: 'No action is needed. To send the value hashed, map it to Email or Phone Number.'
  }
} satisfies Record<string, Reason>

/** Why a page or referrer URL is changed; undefined if it is not. */
export function explainUrl(url: string): Reason | undefined {
  return cleanUrl(url) === url ? undefined : URL_REASONS.removed
}
