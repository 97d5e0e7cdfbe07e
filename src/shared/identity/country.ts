import type english from 'i18n-iso-countries/langs/en.json'
import { normaliseCountryCode } from './normalise'

/** Loaded by the first country that comes as a name: most come as a code. The library's own look-up is slow. */
let loaded: ReadonlyMap<string, string> | undefined
function alpha2ByName(): ReadonlyMap<string, string> {
  return (loaded ??= new Map(
    Object.entries(loadNames()).flatMap(([alpha2, names]) =>
      [names].flat().map((name) => [name.toLowerCase(), alpha2.toLowerCase()])
    )
  ))
}

function loadNames(): (typeof english)['countries'] {
  return (require('i18n-iso-countries/langs/en.json') as typeof english).countries
}

/** As {@link normaliseCountryCode}, and English names as well. Server only: the names are too many for a browser. */
export function normaliseCountry(value: string): string | undefined {
  const name = value.trim().toLowerCase()
  return name === '' ? undefined : (normaliseCountryCode(name) ?? alpha2ByName().get(name))
}
