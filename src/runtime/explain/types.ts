import type { RequestBody } from '../../shared/events-api/request'
import type { Reason } from '../../shared/reason'
import type { ConnectOptions } from '../types'

/** How an event is explained. */
export interface ExplainOptions extends Pick<ConnectOptions, 'subscriptions'> {
  /** The clock, in milliseconds since 1970. Default: now. */
  readonly now?: number
  /** Shows kind and length of personal data instead of the data, and the first 8 digits of hashes. Default: `false` */
  readonly redact?: boolean
}

/** One value on its way from the event to TikTok. */
export interface ExplainedValue {
  /** The field of the payload, e.g. `email`, `address.city` or `contents[0].price`. */
  readonly field: string
  /** The path of the event that the value came from; for a missing value the paths that were tried; none for a fixed value. */
  readonly from?: string
  /** The value as it came. */
  readonly given?: unknown
  /** The value as TikTok gets it. */
  readonly sent?: unknown
  /** Why the value is left out, or sent in another form. */
  readonly reason?: string
  readonly remedy?: string
}

/** What one subscription makes of an event. */
export interface ExplainedMapping {
  readonly name: string
  readonly subscribe: string
  /** The payload after its validation; none if the mapping or the validation refuses the event. */
  readonly payload?: unknown
  /** The request that would be sent. */
  readonly request?: RequestBody
  /** Why nothing would be sent. */
  readonly error?: string
  readonly values: readonly ExplainedValue[]
  /** What is sent, but hardly meant. */
  readonly warnings: readonly Reason[]
}

/** A subscription that does not take the event. */
export interface NearTrigger {
  readonly name: string
  readonly subscribe: string
  /** The conditions that do not hold, each with what the event has there. */
  readonly failed: readonly string[]
}

/** What would be sent of an event, and why what is missing is missing. */
export interface Explanation {
  readonly messageId?: string
  /** One for each subscription that takes the event. */
  readonly mappings: readonly ExplainedMapping[]
  /** For an event that no subscription takes: the triggers that come nearest, the nearest first. */
  readonly nearest?: readonly NearTrigger[]
}
