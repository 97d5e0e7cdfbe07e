import * as v from 'valibot'
import { properties } from './property-schema'
import { flag, hash, hashes, integer, nonblankText, optionalText, shape } from './schema-parts'

const user = shape({
  email: v.exactOptional(hashes),
  phone: v.exactOptional(hashes),
  external_id: v.exactOptional(hashes),
  first_name: v.exactOptional(hash),
  last_name: v.exactOptional(hash),
  zip_code: v.exactOptional(hash),
  city: optionalText,
  state: optionalText,
  country: optionalText,
  ip: optionalText,
  user_agent: optionalText,
  locale: optionalText,
  ttclid: optionalText,
  ttp: optionalText,
  lead_id: optionalText
})

/** An event of the source `web`. The other two sources extend it. */
export const webEvent = shape({
  event: nonblankText,
  event_time: integer,
  event_id: optionalText,
  user: v.exactOptional(user),
  properties: v.exactOptional(properties),
  page: v.exactOptional(shape({ url: optionalText, referrer: optionalText })),
  lead: v.exactOptional(shape({ lead_id: optionalText, lead_event_source: optionalText })),
  limited_data_use: v.exactOptional(flag)
})

/** An event of the source `crm`: TikTok matches it by a lead ID, an email address or a phone number. */
export const crmEvent = v.pipe(
  webEvent,
  v.forward(
    v.check(
      (event) => hasContact(event) || /\S/.test(event.lead?.lead_id ?? ''),
      'crm events need a lead id, an email or a phone'
    ),
    ['lead']
  )
)

/** An event of the source `offline`: TikTok matches it by an email address or a phone number only. */
export const offlineEvent = v.pipe(
  webEvent,
  v.forward(v.check(hasContact, 'offline events need an email or a phone'), ['user'])
)

/** One event in the `data` of a request. */
export type TrackedEvent = v.InferOutput<typeof webEvent>

function hasContact({ user }: TrackedEvent): boolean {
  return [user?.email, user?.phone].flat().some((value) => value !== undefined && value !== '')
}
