import { getNames, registerLocale } from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json'
import once from 'lodash/once'
import { normaliseCountryCode } from './normalise'

registerLocale(english)

/** The library's own look-up goes through all names each time. */
const alpha2ByName = once(
  () =>
    new Map(
      Object.entries(getNames('en', { select: 'all' })).flatMap(([alpha2, names]) =>
        names.map((name) => [name.toLowerCase(), alpha2.toLowerCase()])
      )
    )
)

/** As {@link normaliseCountryCode}, and English names as well. Server only: the names are too many for a browser. */
export function normaliseCountry(value: string): string | undefined {
  const name = value.trim().toLowerCase()
  return name === '' ? undefined : (normaliseCountryCode(name) ?? alpha2ByName().get(name))
}
