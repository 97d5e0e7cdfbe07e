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

const eventEntries = {
  event: nonblankText,
  event_time: integer,
  event_id: optionalText,
  user: v.exactOptional(user),
  properties: v.exactOptional(properties),
  page: v.exactOptional(shape({ url: optionalText, referrer: optionalText })),
  lead: v.exactOptional(shape({ lead_id: optionalText, lead_event_source: optionalText })),
  limited_data_use: v.exactOptional(flag)
}

/** An event of the source `web`, and what the other two build on. */
export const webEvent = shape(eventEntries)

/** An event of the source `crm`, which is about a lead. */
export const crmEvent = shape({
  ...eventEntries,
  lead: shape({ lead_id: nonblankText, lead_event_source: optionalText })
})

/** An event of the source `offline`, which nothing but an email address or a phone number can match. */
export const offlineEvent = v.pipe(
  webEvent,
  v.forward(
    v.check(
      ({ user }) => [user?.email, user?.phone].flat().some((value) => value !== undefined && value !== ''),
      'offline events need an email or a phone'
    ),
    ['user']
  )
)

/** One event, as it stands in `data`. */
export type TrackedEvent = v.InferOutput<typeof webEvent>
