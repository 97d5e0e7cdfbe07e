import { buildMatchKeys, type MatchKeys, type Person } from '../../shared/identity/match-keys'
import { browserMatchKeyRules } from '../../shared/identity/browser-match-keys'
import { type Compact, omitEmpty } from '../../shared/omit-empty'

/** The person in the format of `ttq.identify`: one value of each kind. TikTok's script hashes them. */
export type PixelUser = Compact<
  Omit<MatchKeys, 'email' | 'phone' | 'external_id'> &
    Record<'email' | 'phone_number' | 'external_id', string | undefined>
>

/**
 * Builds the person from a payload. Source: TikTok, "Advanced matching for web".
 * @param person the payload's fields, not validated
 * @returns the person without empty properties; undefined if nothing is left
 */
export function buildPixelUser(person: Person): PixelUser | undefined {
  const { email, phone, external_id, ...others } = buildMatchKeys(person, browserMatchKeyRules) ?? {}
  return omitEmpty({ email: email?.[0], phone_number: phone?.[0], external_id: external_id?.[0], ...others })
}
