import type { ActivityBar } from './activity'
import type { ReceivedVia } from './deduplicate'
import type { EventFate, ReceivedAnswer } from './entry'
import type { FixedFault } from './fault'
import type { Totals } from './totals'

/** The maximum number of events that the page lists. It lists the newest. */
export const MAX_ROWS = 10_000

/** The maximum number of characters of one event, and of a request without its events, that are sent to the page. */
export const MAX_EVENT_TEXT = 64_000

/** JSON text, which may be truncated. */
export interface JsonText {
  readonly json: string
  /** The length of the whole text; only set if the text is truncated. */
  readonly fullLength?: number
}

/** An entry as it is sent to the page. */
export interface LiveEntry {
  /** The number of entries before this one, since the start or the last reset. */
  readonly position: number
  readonly time: number
  readonly via: ReceivedVia
  /** The root of the request without its events; the whole body if it has no list of events or is a Pixel event. */
  readonly root: JsonText
  readonly events: readonly JsonText[]
  readonly answer: ReceivedAnswer
  readonly byFault: boolean
  readonly fates: readonly EventFate[]
}

/** A fault for the next requests. `fault` is null for a function, which JSON cannot hold. */
export interface PendingFault {
  readonly fault: FixedFault | null
  /** The number of requests that it applies to; null for all. */
  readonly left: number | null
}

/** One message of the stream that the page listens to. */
export interface LiveMessage {
  /** Whether the page must discard everything from earlier messages. */
  readonly isReset: boolean
  readonly entries: readonly LiveEntry[]
  readonly totals: Totals
  readonly activity: readonly ActivityBar[]
  readonly faults: readonly PendingFault[]
}
