import type { EventPayload } from '../fields/generated-types'
import { type Compact, omitEmpty } from '../omit-empty'
import { distinct, isRecord, toArray, toText } from '../coerce'
import { isHashed, normaliseEmail, normaliseExternalId, normaliseName, normalisePlace } from './normalise'

/** The fields of a payload that say who the person is. */
export type Person = {
  [K in 'email' | 'phone_number' | 'external_id' | 'first_name' | 'last_name' | 'address']?: EventPayload[K] | undefined
}

/** What differs between the server and the browser: which libraries are there, and who hashes. */
export interface MatchKeyRules {
  /** A phone number in E.164; `country` is alpha-2, lower case. */
  readonly phone: (value: string, country?: string) => string | undefined
  /** A country as alpha-2, lower case. */
  readonly country: (value: string) => string | undefined
  /** A zip code; `named` is the country as it came, also when `country` made nothing of it. */
  readonly zipCode: (value: string, country?: string, named?: string) => string | undefined
  /** What becomes of a normalised value: its hash, or itself; of none, nothing. */
  readonly protect: (normalised: string | undefined) => string | undefined
}

/** TikTok's match keys of one person. Hashed ones may be several, as TikTok allows; nothing in it is empty. */
export type MatchKeys = Compact<{
  email: string[] | undefined
  phone: string[] | undefined
  external_id: string[] | undefined
  first_name: string | undefined
  last_name: string | undefined
  city: string | undefined
  state: string | undefined
  country: string | undefined
  zip_code: string | undefined
}>

/**
 * Normalises and seals everything a payload says of the person. A value that is a SHA-256 already passes in lower case,
 * and what is no use is left out.
 * @param person the payload's fields, validated or not
 * @param rules the server's or the browser's
 * @param defaultCountry a code, or a name where the rules know names: where a phone number belongs that does not say so
 * @returns undefined when nothing is known
 */
export function buildMatchKeys(person: Person, rules: MatchKeyRules, defaultCountry?: string): MatchKeys | undefined {
  const address: Readonly<Record<string, unknown>> = isRecord(person.address) ? person.address : {}
  const named = toText(address['country'])
  const country = named && rules.country(named)

  const sealed = (value: unknown, normalise: (value: string) => string | undefined): string | undefined => {
    const given = toText(value)
    return given && (isHashed(given) ? given.toLowerCase() : rules.protect(normalise(given)))
  }
  const allSealed = (values: unknown, normalise: (value: string) => string | undefined) =>
    distinct(toArray(values).map((value) => sealed(value, normalise)))
  const place = (value: unknown) => normalisePlace(toText(value) ?? '')

  return omitEmpty({
    email: allSealed(person.email, normaliseEmail),
    phone: allSealed(person.phone_number, (value) =>
      rules.phone(value, country ?? (defaultCountry && rules.country(defaultCountry)))
    ),
    external_id: allSealed(person.external_id, normaliseExternalId),
    first_name: sealed(person.first_name, normaliseName),
    last_name: sealed(person.last_name, normaliseName),
    city: place(address['city']),
    state: place(address['state']),
    country,
    zip_code: sealed(address['zip_code'], (value) => rules.zipCode(value, country, named))
  })
}
