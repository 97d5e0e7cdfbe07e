import type { Reason } from '../reason'
import { normaliseCountry } from './country'

/** Why a country is dropped. */
export const COUNTRY_REASONS = {
  unknown: {
    reason: 'No country has this two- or three-letter code or English name.',
    remedy: 'Map an ISO 3166-1 code, e.g. US.'
  }
} satisfies Record<string, Reason>

/** Why the server drops a country; undefined if it is sent. */
export function explainCountry(value: string): Reason | undefined {
  return normaliseCountry(value) === undefined ? COUNTRY_REASONS.unknown : undefined
}
