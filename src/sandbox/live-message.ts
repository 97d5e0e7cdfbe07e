import type { ActivityBar } from './activity'
import type { ReceivedVia } from './deduplicate'
import type { EventFate, ReceivedAnswer } from './entry'
import type { FixedFault } from './fault'
import type { Totals } from './totals'

/** Number of events that the page lists: the newest. */
export const MAX_ROWS = 10_000

/** Number of characters that the page gets of one event. */
export const MAX_EVENT_TEXT = 64_000

/** JSON text, whole or cut. */
export interface JsonText {
  readonly json: string
  /** The length of the whole text, if this is only its beginning. */
  readonly cutFrom?: number
}

/** An entry as the page gets it. */
export interface LiveEntry {
  /** Number of entries that came before it since the start or the last reset. */
  readonly position: number
  readonly time: number
  readonly via: ReceivedVia
  /** The root of the request without its events; the whole body if it holds no list of events. */
  readonly root: JsonText
  readonly events: readonly JsonText[]
  readonly answer: ReceivedAnswer
  readonly byFault: boolean
  readonly fates: readonly EventFate[]
}

/** A fault that lies ahead; null for a function, which only a test can set. */
export interface PendingFault {
  readonly fault: FixedFault | null
  /** How many requests will meet it; null for all. */
  readonly left: number | null
}

/** One message of the stream that the page listens to. */
export interface LiveMessage {
  /** Everything that came in earlier messages is gone. */
  readonly isReset: boolean
  readonly entries: readonly LiveEntry[]
  readonly totals: Totals
  readonly activity: readonly ActivityBar[]
  readonly faults: readonly PendingFault[]
}
