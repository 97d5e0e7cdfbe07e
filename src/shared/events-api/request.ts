import { IntegrationError } from '@segment/actions-core'
import { type Compact, omitEmpty } from '../omit-empty'
import type { EventSource, TikTokEvent } from '../payload/event'

/** What all events of one request share. */
export interface Envelope {
  source: EventSource
  /** A pixel code or an event set id. */
  sourceId: string
  testEventCode: string | undefined
}

/** An event together with the request it belongs into. */
export interface OutgoingEvent extends Envelope {
  event: TikTokEvent
}

/** The body of a request. Source: TikTok, "Events API 2.0: Payload". */
export type RequestBody = Compact<{
  event_source: EventSource
  event_source_id: string
  partner_name: string
  test_event_code: string | undefined
  data: readonly TikTokEvent[]
}>

/** How many events TikTok takes in one request; it refuses a larger one whole. */
export const MAX_EVENTS = 1000

/**
 * The address of the Events API. The slash at the end is needed.
 * @param version the API's version, e.g. `v1.3`
 */
export function endpoint(version: string): string {
  return `https://business-api.tiktok.com/open_api/${version}/event/track/`
}

/**
 * One request for events of the same envelope.
 * @throws IntegrationError when the settings name no pixel or event set
 */
export function buildRequestBody(envelope: Envelope, data: readonly TikTokEvent[]): RequestBody {
  if (envelope.sourceId === '') {
    throw new IntegrationError(
      'The Pixel Code or Event Set ID in the settings is blank. Copy it from TikTok Events Manager.',
      'Misconfigured required field',
      400
    )
  }
  return (
    omitEmpty({
      event_source: envelope.source,
      event_source_id: envelope.sourceId,
      partner_name: 'Segment',
      test_event_code: envelope.testEventCode,
      data
    }) ?? {}
  )
}
