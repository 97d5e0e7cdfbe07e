import type { JSONObject } from '@segment/actions-core'

/** A Segment event with its ID. */
export type InputEvent = JSONObject & { readonly messageId: string | number }

/**
 * One record of the input: an event, or the reason why it is not one and the record as it was read (`given`). The
 * rejects file holds `given` as the event.
 */
export type InputRecord = {
  /** The line on which it starts, counted from 1. */
  readonly line: number
} & ({ readonly event: InputEvent } | { readonly problem: string; readonly given: unknown })

/** A record whose event may have no ID yet. */
export type RawRecord =
  | { readonly line: number; readonly event: JSONObject }
  | { readonly line: number; readonly problem: string; readonly given: unknown }
