import type { Counter } from './deduplicate'
import type { TrackedEvent } from './event-schema'
import type { PixelEvent } from './pixel-schema'

/** What a request was answered. */
export interface ReceivedAnswer {
  /** The HTTP status; 0 when the connection was reset instead. */
  readonly status: number
  /** TikTok's return code, if the answer had one. */
  readonly code?: number
  /** TikTok's message, if the answer had one. */
  readonly message?: string
}

/** A request that the sandbox got. Its token is not kept. */
export interface ReceivedRequest {
  /** The parsed body; the text itself if it is no JSON. */
  readonly body: unknown
  readonly answer: ReceivedAnswer
}

/** An event of an accepted request, with what stood at the root of the request. */
export interface AcceptedEvent {
  readonly event_source: 'web' | 'crm' | 'offline'
  readonly event_source_id: string
  readonly partner_name?: string
  readonly test_event_code?: string
  readonly data: TrackedEvent
}

/** All that the sandbox remembers. */
export interface Records {
  readonly requests: ReceivedRequest[]
  readonly accepted: AcceptedEvent[]
  readonly pixelEvents: PixelEvent[]
  readonly counter: Counter
}

/** Remembers the events of an accepted request, and counts them; test events are not counted. */
export function recordAccepted({ accepted, counter }: Records, events: readonly AcceptedEvent[]): void {
  for (const event of events) {
    accepted.push(event)
    if (event.test_event_code !== undefined) continue
    const { event: name, event_id } = event.data
    counter.take({
      event_source_id: event.event_source_id,
      event: name,
      ...(event_id !== undefined && { event_id }),
      via: 'server'
    })
  }
}

/** Remembers an event of the Pixel, and counts it. */
export function recordPixelEvent({ pixelEvents, counter }: Records, event: PixelEvent): void {
  pixelEvents.push(event)
  counter.take({
    event_source_id: event.pixel_code,
    event: event.event,
    ...(event.event_id !== undefined && { event_id: event.event_id }),
    via: 'pixel'
  })
}
