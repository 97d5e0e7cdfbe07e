import { isIP } from 'node:net'
import { serverMatchKeyRules } from '../identity/server-match-keys'
import { buildMatchKeys, type MatchKeys } from '../identity/match-keys'
import { type Compact, omitEmpty } from '../omit-empty'
import { toText } from '../coerce'
import type { EventInput } from './event-input'

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
  const ip = toText(payload.ip)
  const visit = omitEmpty({
    ttclid: clickIdIn(payload.url) ?? toText(payload.ttclid),
    ttp: toText(payload.ttp),
    lead_id: toText(payload.lead_id),
    ip: ip !== undefined && isIP(ip) !== 0 && !ip.includes('%') ? ip : undefined,
    user_agent: toText(payload.user_agent),
    locale: toText(payload.locale)
  })
  const keys = buildMatchKeys(payload, serverMatchKeyRules, defaultCountry)
  // Not a spread: one that is followed by more properties costs as much as all the hashes.
  return keys === undefined ? visit : Object.assign(keys, visit)
}

/** The click id that a landing page carries: the newest click there is. The address may be relative or broken. */
function clickIdIn(url: unknown): string | undefined {
  if (typeof url !== 'string' || !url.includes('ttclid')) return undefined
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?')
  return new URLSearchParams(query)
    .getAll('ttclid')
    .map(toText)
    .find((id) => id !== undefined)
}
