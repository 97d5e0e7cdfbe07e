import { PayloadValidationError } from '@segment/actions-core'
import { isRecord, toBoolean, toText } from '../coerce'
import { toEventName } from '../event-name'
import { EVENT_NAME_REASONS } from '../event-name-reasons'
import { type Compact, omitEmpty } from '../omit-empty'
import { formatReason } from '../reason'
import type { EventInput } from './event-input'
import { buildPage, type Page } from './page'
import { buildProperties } from './properties'
import { requireContact } from './require-contact'
import { toEventTime } from './timestamp'
import { buildUser, type User } from './user'

/** Event source: `web`, `crm` or `offline`. */
export type EventSource = 'web' | 'crm' | 'offline'

/** One element of `data`. Source: TikTok, "Events API 2.0: Payload". */
export type TikTokEvent = Compact<{
  event: string
  event_time: number
  event_id: string | undefined
  user: User | undefined
  properties: object | undefined
  page: Page | undefined
  lead: Lead | undefined
  limited_data_use: boolean | undefined
}>

/** The lead of a CRM event. */
export type Lead = Compact<{ lead_id: string | undefined; lead_event_source: string | undefined }>

/** The input of the builder besides the payload. */
export interface EventContext {
  source: EventSource
  /** Fallback country for phone numbers without a calling code: an ISO 3166-1 code or an English name. */
  defaultPhoneCountry: string | undefined
  /** The setting Content ID Mode: which ID of an item is its content ID. Undefined: the mapped one. */
  contentIdMode: string | undefined
  /** The clock, in milliseconds since 1970. */
  now: number
}

/**
 * Builds one event of the Events API. The function is pure, and no part of the result is empty.
 * @param payload the action's payload
 * @param context the event source, the settings and the clock
 * @throws PayloadValidationError for a blank name, an invalid timestamp, and a CRM event that has neither a lead ID nor
 * a usable email address nor a usable phone number
 */
export function buildEvent(payload: EventInput, context: EventContext): TikTokEvent {
  const { source, defaultPhoneCountry, contentIdMode, now } = context
  const event = toEventName(payload.event)
  if (event === undefined) {
    throw new PayloadValidationError(formatReason(EVENT_NAME_REASONS.blank))
  }
  const lead = source === 'crm' ? buildLead(payload) : undefined
  const user = buildUser(payload, defaultPhoneCountry)
  // The rule is in TikTok's "Upload CRM events with a CSV file".
  if (source === 'crm' && lead?.lead_id === undefined) {
    const rule =
      'A CRM event needs a lead ID, an email address or a phone number. TikTok Lead ID (lead_fields.lead_id) is missing or blank.'
    requireContact(rule, user, payload, { email: 'email', phone: 'phone_number' }, defaultPhoneCountry)
  }
  const limitedDataUse = toBoolean(payload.limited_data_use)
  return (
    omitEmpty({
      event,
      event_time: toEventTime(payload.timestamp, now),
      event_id: toText(payload.event_id),
      user,
      properties: buildProperties(payload, source === 'web', contentIdMode),
      page: buildPage(payload),
      lead,
      limited_data_use: source === 'web' ? (limitedDataUse ?? false) : limitedDataUse
    }) ?? {}
  )
}

function buildLead({ lead_fields }: EventInput): Lead | undefined {
  const { lead_id, lead_event_source }: Readonly<Record<string, unknown>> = isRecord(lead_fields) ? lead_fields : {}
  return omitEmpty({ lead_id: toText(lead_id), lead_event_source: toText(lead_event_source) })
}
