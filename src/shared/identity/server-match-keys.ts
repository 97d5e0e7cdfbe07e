import { normaliseCountry } from './country'
import { sha256 } from './hash'
import type { MatchKeyRules } from './match-keys'
import { normaliseZipCode } from './normalise'
import { normalisePhone } from './phone'

/** The server's rules: the phone parser, country names, and SHA-256. */
export const serverMatchKeyRules: MatchKeyRules = {
  phone: normalisePhone,
  country: normaliseCountry,
  zipCode: normaliseZipCode,
  hash: sha256
}
