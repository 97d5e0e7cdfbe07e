import type { TrackedEvent } from './event-schema'

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
}
