import { trim } from '../coerce'
import { CALLING_CODES, REWRITTEN_PREFIXES } from './calling-codes'
import { MAX_LENGTH } from './normalise'

/** `+` and 7 to 15 digits that begin with a calling code and that libphonenumber does not rewrite. */
const E164 = new RegExp(`^\\+(?!${REWRITTEN_PREFIXES.join('|')})(?=\\d{7,15}$)(?:${CALLING_CODES.join('|')})(?!0)`)

/**
 * Cleans a number that was copied or exported: converts full-width characters, and removes invisible characters and text
 * before the `+`, such as `tel:`, `whatsapp:` or an apostrophe. If this text contains a digit, it stays, because it may
 * be another number.
 * @param value the raw number
 * @returns undefined for text of more than {@link MAX_LENGTH} characters
 */
export function cleanPhone(value: string): string | undefined {
  if (value.length > MAX_LENGTH) return undefined
  // Most numbers are already in E.164.
  if (/^\+\d+$/.test(value)) return value
  return trim(value.normalize('NFKC').replace(/\p{DI}/gu, '')).replace(/^\P{Nd}*\+/u, '+')
}

/** Whether the cleaned number is in the international format, which begins with `+` or `00`. */
export function isInternational(cleaned: string): boolean {
  return /^(?:\+|00)/.test(cleaned)
}

/**
 * Converts an international number to E.164 without a phone parser. It does not convert numbers that libphonenumber may
 * rewrite, so a number that it returns is always the one that libphonenumber returns.
 * @param cleaned the result of {@link cleanPhone}
 * @returns undefined for a number that only libphonenumber can convert, and for an invalid one
 */
export function readInternationalPhone(cleaned: string): string | undefined {
  const number = cleaned.replace(/^00/, '+').replace(/[ ()./-]/g, '')
  return E164.test(number) ? number : undefined
}

/** The browser's rule for phone numbers: a number that {@link readInternationalPhone} cannot convert is dropped. */
export function normaliseInternationalPhone(value: string): string | undefined {
  return readInternationalPhone(cleanPhone(value) ?? '')
}
