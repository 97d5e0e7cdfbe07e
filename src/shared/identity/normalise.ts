import { trim } from '../coerce'

/**
 * The normal form of each kind of personal data, before it is hashed or sent. The server and the browser share these
 * functions, because TikTok matches a person only if both send the same form. Each function returns undefined for a
 * value that TikTok could not match. Source: TikTok, "Events API 2.0: Customer information", "Advanced matching".
 */

const SHA256 = /^[0-9a-f]{64}$/i

/** Unicode normalisation is quadratic in the number of combining marks, so longer values are dropped. */
export const MAX_LENGTH = 500

/** Whether the value is already a SHA-256 hash: 64 hexadecimal digits. */
export function isHashed(value: string): boolean {
  return SHA256.test(value)
}

/** An email address in lower case: one `@` with text on both sides and no white space. Dots and plus tags stay. */
export function normaliseEmail(value: string): string | undefined {
  return /^[^\s\u0085@]+@[^\s\u0085@]+$/.exec(trim(value))?.[0].toLowerCase()
}

/** Only trims the ID, because IDs that differ in case may belong to different people. */
export function normaliseExternalId(value: string): string | undefined {
  return trim(value) || undefined
}

/** A first or last name: NFC, lower case, without punctuation, symbols, white space and invisible characters. */
export function normaliseName(value: string): string | undefined {
  const name = trim(value)
  if (name.length > MAX_LENGTH) return undefined
  // NFC comes last, because removing a character may leave two that compose.
  return (
    name
      .toLowerCase()
      .replace(/[\p{P}\p{S}\p{Cc}\p{Cf}\ufe00-\ufe0f\s]/gu, '')
      .normalize('NFC') || undefined
  )
}

/**
 * A zip code in lower case, without spaces and dashes. A US code keeps its first five digits.
 * @param value the zip code
 * @param country alpha-2, lower case; without it `12345-6789` counts as a US code
 */
export function normaliseZipCode(value: string, country?: string): string | undefined {
  const isUs = country === 'us' || (country === undefined && /^\d{5}-\d{4}$/.test(trim(value)))
  return isUs ? normaliseUsZipCode(value) : normaliseForeignZipCode(value)
}

/** The first five digits, or the whole code if it does not begin with five digits. */
export function normaliseUsZipCode(value: string): string | undefined {
  const code = normaliseForeignZipCode(value)
  return code && (/^\d{5}/.exec(code)?.[0] ?? code)
}

/** A zip code outside the US, in lower case, without spaces and dashes. */
export function normaliseForeignZipCode(value: string): string | undefined {
  return value.toLowerCase().replace(/[\p{Pd}\s\u0085]/gu, '') || undefined
}

/**
 * A city or a state: lower case, letters, digits and the marks of every script, without the diacritics of Latin, Greek
 * and Cyrillic. Other scripts need their marks. Enclosing marks and invisible characters are removed.
 */
export function normalisePlace(value: string): string | undefined {
  const place = trim(value)
  if (place.length > MAX_LENGTH) return undefined
  const kept = place
    .toLowerCase()
    .normalize('NFD') // separates the diacritics from their letters
    .replace(/[\u0300-\u036f]|[\u0483-\u0487]|\p{Me}|\p{DI}|[^\p{L}\p{N}\p{M}]/gu, '')
  // The result may hold two characters that compose.
  return kept.normalize('NFC') || undefined
}
