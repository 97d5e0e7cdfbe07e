import { normaliseCountryCode } from './browser-country'
import { normaliseInternationalPhone } from './international-phone'
import type { MatchKeyRules } from './match-keys'
import { normaliseZipCode } from './normalise'

/**
 * The browser's rules: no parser, no table of names, and TikTok's script hashes. What the server would write in another
 * way, or might, is left out, so that both sides name the same person.
 */
export const browserMatchKeyRules: MatchKeyRules = {
  phone: normaliseInternationalPhone,
  country: normaliseCountryCode,
  zipCode(value, country, named) {
    if (country || !named) return normaliseZipCode(value, country)
    // The name may be the United States', where five digits count, or any other's.
    const american = normaliseZipCode(value, 'us')
    return american === normaliseZipCode(value, '') ? american : undefined
  },
  protect: (normalised) => normalised
}
