import type isoCodes from 'i18n-iso-countries/codes.json'
import type english from 'i18n-iso-countries/langs/en.json'
import { trim } from '../coerce'

/** Both maps are built on first use. The names are needed only for a value that is not a code. */
let codes: ReadonlyMap<string, string> | undefined
let names: ReadonlyMap<string, string> | undefined

/**
 * Converts a country to alpha-2 in lower case. Server only.
 * @param value an alpha-2 or alpha-3 code of ISO 3166-1, or an English name
 * @returns undefined for any other value, e.g. a numeric code
 */
export function normaliseCountry(value: string): string | undefined {
  const country = trim(value).toLowerCase()
  if (country === '') return undefined
  return (codes ??= loadCodes()).get(country) ?? (names ??= loadNames()).get(country)
}

function loadCodes(): ReadonlyMap<string, string> {
  const all = require('i18n-iso-countries/codes.json') as typeof isoCodes
  return new Map(
    all.flatMap(([alpha2 = '', alpha3 = '']) =>
      [alpha2, alpha3].map((code) => [code.toLowerCase(), alpha2.toLowerCase()])
    )
  )
}

/** Maps names to codes, because the library's own look-up by name is slow. */
function loadNames(): ReadonlyMap<string, string> {
  const { countries } = require('i18n-iso-countries/langs/en.json') as typeof english
  return new Map(
    Object.entries(countries).flatMap(([alpha2, all]) =>
      [all].flat().map((name) => [name.toLowerCase(), alpha2.toLowerCase()])
    )
  )
}
