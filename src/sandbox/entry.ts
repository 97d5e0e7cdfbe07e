import { isRecord } from '../shared/coerce'
import type { CopyFate, ReceivedVia } from './deduplicate'

/** The answer to a request, as it is recorded. */
export interface ReceivedAnswer {
  /** The HTTP status; 0 when the connection was reset instead. */
  readonly status: number
  /** TikTok's return code, if the answer had one. */
  readonly code?: number
  /** TikTok's message, or the sandbox's own for a body that is too large; undefined if the answer had none. */
  readonly message?: string
}

/** A request that the sandbox received. Its token is not kept. */
export interface ReceivedRequest {
  /** The parsed body; the text itself if it is not JSON; an empty string if it was too large. */
  readonly body: unknown
  readonly answer: ReceivedAnswer
}

/** What happened to an accepted event. Test events are not counted. */
export type EventFate = CopyFate | 'test'

/** One request to the Events API, or one event of the Pixel. */
export interface Entry extends ReceivedRequest {
  /** When it arrived, in milliseconds since 1970. */
  readonly time: number
  readonly via: ReceivedVia
  /** Whether the answer came from a fault. */
  readonly byFault: boolean
  /** One for each event that was accepted, in order. */
  readonly fates: readonly EventFate[]
  /** Estimated size in memory, in bytes. */
  readonly size: number
}

const MAX_LISTED = 1000

/** The events of an entry. Empty if the body has no list of 1 to 1,000 events. The page then shows the whole body. */
export function eventsOf({ via, body }: Pick<Entry, 'via' | 'body'>): readonly unknown[] {
  if (via === 'pixel') return [body]
  const data = isRecord(body) ? body['data'] : undefined
  return Array.isArray(data) && data.length <= MAX_LISTED ? data : []
}
