import { toText } from '../coerce'

/**
 * How each piece of personal data is written before it is hashed or sent. Pure, and without anything that a browser
 * lacks: the server and the Pixel must write a person the same way. Every function takes the value as it came and
 * returns undefined for one that is no use. Source: TikTok, "Events API 2.0: Customer information", "Advanced matching".
 */

const SHA256 = /^[0-9a-f]{64}$/i

/** Is the value a SHA-256 already, 64 hexadecimal digits? */
export function isHashed(value: string): boolean {
  return SHA256.test(value)
}

/** Lower case. One `@` with something on each side and no white space inside; no dot or plus tricks. */
export function normaliseEmail(value: string): string | undefined {
  return /^[^\s@]+@[^\s@]+$/.exec(value.trim())?.[0].toLowerCase()
}

/** Nothing beyond trimming: upper and lower case are different people. */
export function normaliseExternalId(value: string): string | undefined {
  return toText(value)
}

/** A first or last name: NFC, lower case, without punctuation, symbols, white space and what cannot be seen. */
export function normaliseName(value: string): string | undefined {
  return present(
    value
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\p{P}\p{S}\p{Cc}\p{Cf}\ufe00-\ufe0f\s]/gu, '')
  )
}

/**
 * Lower case, without spaces and dashes; of a US code the first five digits.
 * @param value the zip code
 * @param country alpha-2, lower case; `12345-6789` is taken for a US code without it
 */
export function normaliseZipCode(value: string, country?: string): string | undefined {
  const trimmed = value.trim()
  const code = trimmed.toLowerCase().replace(/[\p{Pd}\s]/gu, '')
  const isUs = country === 'us' || (country === undefined && /^\d{5}-\d{4}$/.test(trimmed))
  return (isUs && /^\d{5}/.exec(code)?.[0]) || present(code)
}

/** A city or a state: without diacritics, lower case, letters and digits of every script only. */
export function normalisePlace(value: string): string | undefined {
  // Composed again, so that marks which are part of a letter (Hangul, kana) survive the last step.
  const plain = value
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
  return present(plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
}

function present(value: string): string | undefined {
  return value || undefined
}
