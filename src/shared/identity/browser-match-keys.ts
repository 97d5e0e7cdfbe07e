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
  zipCode(value, country, rawCountry) {
    if (country || !rawCountry) return normaliseZipCode(value, country)
    // Only the server can tell whether this country is the United States. A ZIP code is safe if the rule for US codes
    // and the rule for foreign codes give the same result.
    const code = normaliseUsZipCode(value)
    return code === normaliseForeignZipCode(value) ? code : undefined
  },
  // TikTok's script hashes the value.
  hash: (normalised) => normalised
}
