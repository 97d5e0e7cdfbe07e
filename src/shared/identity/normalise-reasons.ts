import type { Reason } from '../reason'
import { isHashed, MAX_LENGTH, normaliseEmail, normaliseName, normalisePlace, normaliseZipCode } from './normalise'

/** Why an email address is dropped. */
export const EMAIL_REASONS = {
  invalid: {
    reason: 'The value is not an email address: it must have one @ with text on both sides, and no white space.',
    remedy: 'Map an email address, e.g. ann@example.com.'
  }
} satisfies Record<string, Reason>

/** Why a name, a city or a state is dropped. */
export const NAME_REASONS = {
  tooLong: {
    reason: `The value has more than ${MAX_LENGTH} characters.`,
    remedy: 'Map a field that holds the name only.'
  },
  noLetters: {
    reason: 'The value consists of punctuation, symbols and white space only.',
    remedy: 'Map a field that holds the name.'
  }
} satisfies Record<string, Reason>

/** Why a zip code is dropped. */
export const ZIP_CODE_REASONS = {
  noCharacters: {
    reason: 'The value consists of spaces and dashes only.',
    remedy: 'Map a field that holds the zip code.'
  }
} satisfies Record<string, Reason>

/** Why an email address is dropped; undefined if it is sent. */
export function explainEmail(value: string): Reason | undefined {
  return isHashed(value) || normaliseEmail(value) !== undefined ? undefined : EMAIL_REASONS.invalid
}

/** Why a first or last name is dropped; undefined if it is sent. */
export function explainName(value: string): Reason | undefined {
  return isHashed(value) ? undefined : explainNameOrPlace(value, normaliseName(value))
}

/** Why a city or a state is dropped; undefined if it is sent. */
export function explainPlace(value: string): Reason | undefined {
  return explainNameOrPlace(value, normalisePlace(value))
}

/** Why a zip code is dropped; undefined if it is sent. */
export function explainZipCode(value: string): Reason | undefined {
  return isHashed(value) || normaliseZipCode(value) !== undefined ? undefined : ZIP_CODE_REASONS.noCharacters
}

function explainNameOrPlace(value: string, normalised: string | undefined): Reason | undefined {
  if (normalised !== undefined) return undefined
  return value.length > MAX_LENGTH ? NAME_REASONS.tooLong : NAME_REASONS.noLetters
}
