import { isIP } from 'node:net'
import { hashedMatchKeys } from '../identity/hashed'
import { buildMatchKeys, type MatchKeys } from '../identity/match-keys'
import { type Compact, omitEmpty } from '../omit-empty'
import { text } from '../values'
import type { EventInput } from './input'

/** TikTok's match keys of one event. */
export type User = MatchKeys &
  Compact<{
    ttclid: string | undefined
    ttp: string | undefined
    lead_id: string | undefined
    ip: string | undefined
    user_agent: string | undefined
    locale: string | undefined
  }>

/**
 * Who did it, for the Events API. Source: TikTok, "Events API 2.0: Customer information".
 * @param payload the action's payload
 * @param defaultCountry a code or an English name: where a phone number belongs that does not say so
 * @returns undefined when nothing is known; never anything empty
 */
export function buildUser(payload: EventInput, defaultCountry?: string): User | undefined {
  const ip = text(payload.ip)
  return omitEmpty({
    ...buildMatchKeys(payload, hashedMatchKeys, defaultCountry),
    ttclid: clickIdIn(payload.url) ?? text(payload.ttclid),
    ttp: text(payload.ttp),
    lead_id: text(payload.lead_id),
    ip: ip !== undefined && isIP(ip) !== 0 ? ip : undefined,
    user_agent: text(payload.user_agent),
    locale: text(payload.locale)
  })
}

/** The click id that a landing page carries: the newest click there is. The address may be relative or broken. */
function clickIdIn(url: unknown): string | undefined {
  const query = text(url)?.split('#', 1)[0]?.split('?').slice(1).join('?')
  if (query?.includes('ttclid') !== true) return undefined
  return new URLSearchParams(query)
    .getAll('ttclid')
    .map(text)
    .find((id) => id !== undefined)
}
