import { cleanPhone, isInternational, readInternationalPhone } from './international-phone'
import { normaliseNationalPhone } from './national-phone'
import { e164, phoneParser } from './phone-parser'

/**
 * The server's rule for phone numbers: E.164 with the `+`, without extensions. An international number needs a known
 * calling code and 7 to 15 digits, but need not exist. For other numbers see {@link normaliseNationalPhone}.
 * @param value the raw number
 * @param country the country of a number without a calling code: alpha-2, lower case
 * @returns undefined if the number is dropped
 */
export function normalisePhone(value: string, country?: string): string | undefined {
  const cleaned = cleanPhone(value)
  if (!cleaned) return undefined
  if (!isInternational(cleaned)) return normaliseNationalPhone(cleaned, country)
  // The browser's rule is tried first: if it has a result, the parser has the same, but takes ten times as long.
  return readInternationalPhone(cleaned) ?? e164(phoneParser().parsePhoneNumberFromString(cleaned.replace(/^00/, '+')))
}
