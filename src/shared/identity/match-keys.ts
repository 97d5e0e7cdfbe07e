import type { EventPayload } from '../fields/generated-types'
import { type Compact, omitEmpty } from '../omit-empty'
import { distinct, isRecord, toArray, toText } from '../coerce'
import { isHashed, normaliseEmail, normaliseExternalId, normaliseName, normalisePlace } from './normalise'

/** The fields of a payload that identify the person. */
export type Person = {
  [K in 'email' | 'phone_number' | 'external_id' | 'first_name' | 'last_name' | 'address']?: EventPayload[K] | undefined
}

/** The rules that differ between the server and the browser. */
export interface MatchKeyRules {
  /** Normalises a phone number to E.164; `country` is alpha-2, lower case. */
  readonly phone: (value: string, country?: string) => string | undefined
  /** Normalises a country to alpha-2, lower case. */
  readonly country: (value: string) => string | undefined
  /**
   * Normalises a zip code.
   * @param country the country as `country` above normalises it
   * @param rawCountry the country as given
   */
  readonly zipCode: (value: string, country?: string, rawCountry?: string) => string | undefined
  /** Hashes on the server. In the browser it returns the value unchanged, because TikTok's script hashes it. */
  readonly hash: (normalised: string) => string
}

/** TikTok's match keys of one person. TikTok allows several values for email, phone and external ID. */
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
 * Normalises the personal data of a payload, and hashes all of it except city, state and country. A value that is
 * already a SHA-256 hash is only converted to lower case. A hashed country is left out, and so is a value that cannot
 * be normalised.
 * @param person the payload's fields, validated or not
 * @param rules the rules of the server or the browser
 * @param defaultCountry fallback country for phone numbers without a calling code: an alpha-2 code, or on the server
 * also an alpha-3 code or an English name
 * @returns undefined when nothing is left
 */
export function buildMatchKeys(person: Person, rules: MatchKeyRules, defaultCountry?: string): MatchKeys | undefined {
  const address = addressOf(person)
  const country = toCountry(address['country'], rules)

  const matchKey = (value: unknown, normalise: (value: string) => string | undefined): string | undefined => {
    const given = toText(value)
    if (!given) return undefined
    if (isHashed(given)) return given.toLowerCase()
    const normalised = normalise(given)
    return normalised && rules.hash(normalised)
  }
  const matchKeys = (values: unknown, normalise: (value: string) => string | undefined) =>
    distinct(toArray(values).map((value) => matchKey(value, normalise)))
  const place = (value: unknown) => normalisePlace(toText(value) ?? '')

  return omitEmpty({
    email: matchKeys(person.email, normaliseEmail),
    phone: matchKeys(person.phone_number, (value) => rules.phone(value, phoneCountryOf(person, rules, defaultCountry))),
    external_id: matchKeys(person.external_id, normaliseExternalId),
    first_name: matchKey(person.first_name, normaliseName),
    last_name: matchKey(person.last_name, normaliseName),
    city: place(address['city']),
    state: place(address['state']),
    country,
    zip_code: matchKey(address['zip_code'], (value) => rules.zipCode(value, country, toText(address['country'])))
  })
}

/**
 * The country for phone numbers without a calling code, in alpha-2: the country of the address, or else the default.
 */
export function phoneCountryOf(person: Person, rules: MatchKeyRules, defaultCountry?: string): string | undefined {
  return toCountry(addressOf(person)['country'], rules) ?? toCountry(defaultCountry, rules)
}

function addressOf({ address }: Person): Readonly<Record<string, unknown>> {
  return isRecord(address) ? address : {}
}

function toCountry(value: unknown, rules: MatchKeyRules): string | undefined {
  const given = toText(value)
  return given && rules.country(given)
}
