import { normaliseCountryCode } from './browser-country'
import { normaliseInternationalPhone } from './international-phone'
import type { MatchKeyRules } from './match-keys'
import { normaliseForeignZipCode, normaliseUsZipCode, normaliseZipCode } from './normalise'

/**
 * The browser's rules. A browser has neither a phone parser nor a table of country names, so it drops every value that
 * the server might normalise differently.
 */
export const browserMatchKeyRules: MatchKeyRules = {
  phone: normaliseInternationalPhone,
  country: normaliseCountryCode,
  zipCode(value, country, countryAsGiven) {
    if (country || !countryAsGiven) return normaliseZipCode(value, country)
    // Only the server knows whether this name is the United States. A code that is the same in both cases is safe.
    const code = normaliseUsZipCode(value)
    return code === normaliseForeignZipCode(value) ? code : undefined
  },
  hash: (normalised) => normalised
}
