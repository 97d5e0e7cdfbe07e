import { buildMatchKeys, type MatchKeys, type Person } from '../../shared/identity/match-keys'
import { browserMatchKeyRules } from '../../shared/identity/browser-match-keys'
import { type Compact, omitEmpty } from '../../shared/omit-empty'

/** Who the person is, as `ttq.identify` takes it: one value of each kind, which TikTok's script hashes. */
export type PixelUser = Compact<
  Omit<MatchKeys, 'email' | 'phone' | 'external_id'> &
    Record<'email' | 'phone_number' | 'external_id', string | undefined>
>

/**
 * Everything that a payload says of the person. Source: TikTok, "Advanced matching for web".
 * @param person the payload's fields, which nobody has validated
 * @returns undefined when nothing is known; never anything empty
 */
export function buildPixelUser(person: Person): PixelUser | undefined {
  const { email, phone, external_id, ...others } = buildMatchKeys(person, browserMatchKeyRules) ?? {}
  return omitEmpty({ email: email?.[0], phone_number: phone?.[0], external_id: external_id?.[0], ...others })
}
