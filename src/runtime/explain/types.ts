import type { RequestBody } from '../../shared/events-api/request'
import type { Reason } from '../../shared/reason'
import type { ConnectOptions } from '../types'

/** The options of `explain`. */
export interface ExplainOptions extends Pick<ConnectOptions, 'subscriptions'> {
  /** The clock, in milliseconds since 1970. Default: now. */
  readonly now?: number
  /**
   * Replaces personal data with its kind and length, and hashes with their first 8 digits. In fields that are not meant
   * for personal data, only whole email addresses and international phone numbers are recognised. Default: `false`.
   */
  readonly redact?: boolean
}

/**
 * A value that the mapping gives, and the value that is sent in its place. A match key that is not mapped has neither,
 * but a click ID in the Page URL is sent even if the click ID is not mapped.
 */
export interface ExplainedValue {
  /** The field of the payload, e.g. `email`, `address.city` or `contents[0].price`. */
  readonly field: string
  /**
   * The path that the value came from. For a missing value, all paths that were tried, joined by ` or `. Undefined for
   * a fixed value, for `@template` and `@liquid`, and for a part of an object or a list that a directive composed.
   */
  readonly from?: string
  /** The value that the mapping gives, before it is validated and normalised. Missing if there is none. */
  readonly given?: unknown
  /** The value as TikTok gets it. Missing if none is sent. */
  readonly sent?: unknown
  /** Why the value is left out, or sent in another form. */
  readonly reason?: string
  readonly remedy?: string
}

/** The result of one subscription for an event. */
export interface ExplainedMapping {
  readonly name: string
  readonly subscribe: string
  /** The payload after its validation; undefined if the mapping or the validation refuses the event. */
  readonly payload?: unknown
  /** The request that would be sent; undefined if the event is refused. */
  readonly request?: RequestBody
  /** Why nothing would be sent. */
  readonly error?: string
  readonly values: readonly ExplainedValue[]
  /** Likely mistakes in the event that would be sent. */
  readonly warnings: readonly Reason[]
}

/** A subscription that does not match the event. */
export interface NearTrigger {
  readonly name: string
  readonly subscribe: string
  /** The conditions that fail, each with the event's own value. */
  readonly failed: readonly string[]
}

/** The requests that would be sent for an event, and why values are left out or changed. */
export interface Explanation {
  readonly messageId?: string
  /** One for each subscription that matches the event. A value that is not an event has a single one, with an error. */
  readonly mappings: readonly ExplainedMapping[]
  /** Up to three triggers, the nearest first, if no subscription matches the event. */
  readonly nearest?: readonly NearTrigger[]
}
