import type { Source } from './rows'

/** A value that TikTok uses to match an event to a person. */
export interface MatchKey {
  /** Its name in the request's `user`. */
  readonly name: string
  readonly label: string
  /** The sources whose events should have it. Events of other sources are not said to lack it. */
  readonly sources: readonly Source[]
  /** The usual reasons why it is missing, and what to do. */
  readonly whyMissing: string
}

const SERVER: readonly Source[] = ['web', 'crm', 'offline']
const ALL: readonly Source[] = [...SERVER, 'pixel']

/** Every match key, in the order in which they are shown. */
export const MATCH_KEYS: readonly MatchKey[] = [
  {
    name: 'email',
    label: 'Email',
    sources: ALL,
    whyMissing:
      'The event had no valid email address. An email address has one @ with text on both sides, and no spaces.'
  },
  {
    name: 'phone',
    label: 'Phone',
    sources: ALL,
    whyMissing:
      'The event had no phone number, or a number without a country. “(555) 555-5555” exists in many countries, so it is left out. Write it as +1 555 555 5555, add the country to the address, or set a default phone country.'
  },
  {
    name: 'external_id',
    label: 'External ID',
    sources: ALL,
    whyMissing: 'The event had neither a user ID nor an anonymous ID.'
  },
  { name: 'first_name', label: 'First name', sources: ALL, whyMissing: 'The event had no first name.' },
  { name: 'last_name', label: 'Last name', sources: ALL, whyMissing: 'The event had no last name.' },
  { name: 'city', label: 'City', sources: ALL, whyMissing: 'The address in the event had no city.' },
  { name: 'state', label: 'State', sources: ALL, whyMissing: 'The address in the event had no state.' },
  { name: 'zip_code', label: 'Postal code', sources: ALL, whyMissing: 'The address in the event had no postal code.' },
  {
    name: 'country',
    label: 'Country',
    sources: ALL,
    whyMissing: 'The address had no country, or one that is neither an ISO 3166-1 code nor an English country name.'
  },
  { name: 'ip', label: 'IP address', sources: ['web'], whyMissing: 'The context of the event had no IP address.' },
  {
    name: 'user_agent',
    label: 'User agent',
    sources: ['web'],
    whyMissing: 'The context of the event had no user agent.'
  },
  {
    name: 'ttclid',
    label: 'Click ID',
    sources: ['web'],
    whyMissing:
      'Only a visit that began with a click on a TikTok ad has a click ID (ttclid). The page URL of the event must still contain it, or the action Capture Click IDs must have stored it.'
  },
  {
    name: 'ttp',
    label: 'Cookie ID',
    sources: ['web'],
    whyMissing:
      'The browser had no cookie _ttp, which TikTok’s script sets, or the action Capture Click IDs did not add it to the event.'
  },
  {
    name: 'lead_id',
    label: 'Lead ID',
    sources: ['crm', 'offline'],
    whyMissing: 'Only events about leads from TikTok’s lead forms have one.'
  }
]

/** The match keys that an event of this source should have. */
export function matchKeysOf(source: Source): readonly MatchKey[] {
  return MATCH_KEYS.filter(({ sources }) => sources.includes(source))
}
