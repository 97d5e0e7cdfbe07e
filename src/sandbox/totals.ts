import { type Entry, type EventFate, eventsOf } from './entry'

/** Counts since the start or the last reset. */
export interface Totals {
  /** Requests to the Events API and events of the Pixel. */
  readonly requests: number
  readonly events: number
  readonly accepted: number
  /** Events that were not accepted. A request without a list of 1 to 1,000 events adds 0. */
  readonly refused: number
  readonly counted: number
  /** Accepted events with the fate `merged` or `dropped`: the copies of a counted event. */
  readonly copies: number
  /** Events that came from both the server and the Pixel, and were counted once. */
  readonly fromBoth: number
  /** Events that are no longer in the records, because the records reached their limit. */
  readonly dropped: number
}

/** The totals of empty records. */
export const NO_TOTALS: Totals = {
  requests: 0,
  events: 0,
  accepted: 0,
  refused: 0,
  counted: 0,
  copies: 0,
  fromBoth: 0,
  dropped: 0
}

/**
 * Adds an entry to the totals.
 * @param fromBoth the new total, not an increment
 */
export function addEntry(totals: Totals, entry: Entry, fromBoth: number): Totals {
  const events = eventsOf(entry).length
  const accepted = entry.fates.length
  return {
    ...totals,
    requests: totals.requests + 1,
    events: totals.events + events,
    accepted: totals.accepted + accepted,
    refused: totals.refused + events - accepted,
    counted: totals.counted + countFates(entry, 'counted'),
    copies: totals.copies + countFates(entry, 'merged') + countFates(entry, 'dropped'),
    fromBoth
  }
}

/** Counts the events of an entry with this fate. */
export function countFates({ fates }: Entry, wanted: EventFate): number {
  return fates.filter((fate) => fate === wanted).length
}
