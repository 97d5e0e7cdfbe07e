import { PayloadValidationError } from '@segment/actions-core'
import { type Compact, omitEmpty } from '../omit-empty'
import { toBoolean, isRecord, toText } from '../coerce'
import { buildPage, type Page } from './page'
import { buildProperties } from './properties'
import { toEventTime } from './timestamp'
import { buildUser, type User } from './user'
import type { EventInput } from './event-input'

/** Which kind of event set an event belongs to. */
export type EventSource = 'web' | 'crm' | 'offline'

/** One element of `data`. Source: TikTok, "Events API 2.0: Payload". */
export type TikTokEvent = Compact<{
  event: string
  event_time: number
  event_id: string | undefined
  user: User | undefined
  properties: object | undefined
  page: Page | undefined
  lead: object | undefined
  limited_data_use: boolean | undefined
}>

/** What the builder takes from outside the payload. */
export interface EventContext {
  source: EventSource
  /** Where a phone number belongs that does not say so: a country's code or English name. */
  defaultPhoneCountry: string | undefined
  /** Which of an item's ids is its content id; the mapped one without it. */
  contentIdMode: string | undefined
  /** The clock, in milliseconds since 1970. */
  now: number
}

/**
 * Builds one event of the Events API. Pure; nothing in the result is empty.
 * @param payload the action's payload
 * @param context the source, the clock and the country of phone numbers
 * @throws PayloadValidationError for a blank name, a timestamp that cannot be read, and a CRM event without a lead id
 */
export function buildEvent(payload: EventInput, context: EventContext): TikTokEvent {
  const event = toText(payload.event)
  if (event === undefined) {
    throw new PayloadValidationError('Event Name (event) is blank. Map a name, e.g. CompletePayment.')
  }
  const limited = toBoolean(payload.limited_data_use)
  return (
    omitEmpty({
      event,
      event_time: toEventTime(payload.timestamp, context.now),
      event_id: toText(payload.event_id),
      user: buildUser(payload, context.defaultPhoneCountry),
      properties: buildProperties(payload, context.source === 'web', context.contentIdMode),
      page: buildPage(payload),
      lead: context.source === 'crm' ? buildLead(payload) : undefined,
      limited_data_use: context.source === 'web' ? (limited ?? false) : limited
    }) ?? {}
  )
}

function buildLead({ lead_fields }: EventInput): object {
  const { lead_id, lead_event_source } = isRecord(lead_fields) ? lead_fields : {}
  const lead = omitEmpty({ lead_id: toText(lead_id), lead_event_source: toText(lead_event_source) })
  if (lead?.lead_id === undefined) {
    throw new PayloadValidationError(
      'TikTok Lead ID (lead_fields.lead_id) is blank. TikTok takes no CRM event without the ID it gave the lead.'
    )
  }
  return lead
}
