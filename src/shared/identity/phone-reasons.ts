import type { Reason } from '../reason'
import { cleanPhone, isInternational } from './international-phone'
import { isHashed } from './normalise'
import { normalisePhone } from './phone'

/** Why a phone number is dropped. */
export const PHONE_REASONS = {
  noNumber: {
    reason: 'The value holds no phone number.',
    remedy: 'Map a phone number in E.164, e.g. +14155552671.'
  },
  noCallingCode: {
    reason: 'The number has no calling code, and no country is known for it.',
    remedy: 'Write it in E.164, e.g. +14155552671, or set Default Phone Country.'
  },
  notOfCountry: {
    reason: 'The number has no calling code, and is not a possible number in its country.',
    remedy: 'Write it in E.164, e.g. +14155552671, or correct the country.'
  },
  notInternational: {
    reason: 'The number begins with + or 00, but has an unknown calling code, or fewer than 7 or more than 15 digits.',
    remedy: 'Write it in E.164, e.g. +14155552671.'
  }
} satisfies Record<string, Reason>

/**
 * Why the server drops a phone number.
 * @param value the raw number
 * @param country the country of a number without a calling code: alpha-2, lower case
 * @returns undefined if the number is sent
 */
export function explainPhone(value: string, country?: string): Reason | undefined {
  if (isHashed(value) || normalisePhone(value, country) !== undefined) return undefined
  const cleaned = cleanPhone(value) ?? ''
  if (!/\d{3}/.test(cleaned.replace(/\D/g, ''))) return PHONE_REASONS.noNumber
  if (isInternational(cleaned)) return PHONE_REASONS.notInternational
  return country === undefined ? PHONE_REASONS.noCallingCode : PHONE_REASONS.notOfCountry
}
