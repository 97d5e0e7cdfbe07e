import { IntegrationError } from '@segment/actions-core'
import { type Compact, omitEmpty } from '../omit-empty'
import type { EventSource, TikTokEvent } from '../payload/event'

/** The fields that all events of one request share. */
export interface Envelope {
  source: EventSource
  /** A pixel code or an event set ID. */
  sourceId: string
  testEventCode: string | undefined
}

/** An event with the envelope of the request that it goes into. */
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

/** The maximum number of events in a request. TikTok refuses the whole request if it has more. */
export const MAX_EVENTS = 1000

/**
 * The URL of the Events API. It must end with a slash.
 * @param version the version of the API, e.g. `v1.3`
 */
export function endpoint(version: string): string {
  return `https://business-api.tiktok.com/open_api/${version}/event/track/`
}

/**
 * Refuses an envelope without a pixel or event set.
 * @throws IntegrationError if the settings hold none
 */
export function requireSourceId({ sourceId }: Envelope): void {
  if (sourceId === '') {
    throw new IntegrationError(
      'The Pixel Code or Event Set ID in the settings is blank. Copy it from TikTok Events Manager.',
      'Misconfigured required field',
      400
    )
  }
}

/**
 * Builds one request for events with the same envelope.
 * @throws IntegrationError if the settings hold no pixel or event set
 */
export function buildRequestBody(envelope: Envelope, data: readonly TikTokEvent[]): RequestBody {
  requireSourceId(envelope)
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
