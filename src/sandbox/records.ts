import { EventEmitter } from 'node:events'
import { createActivity, type ActivityBar } from './activity'
import { createEventCounter, type CountedEvent } from './deduplicate'
import { type Entry, type EventFate, eventsOf, type ReceivedRequest } from './entry'
import type { TrackedEvent } from './event-schema'
import type { PixelEvent } from './pixel-schema'
import { countFates, NO_TOTALS, type Totals, addEntry } from './totals'

/** An event of an accepted request, with the fields at the root of the request. */
export interface AcceptedEvent {
  readonly event_source: 'web' | 'crm' | 'offline'
  readonly event_source_id: string
  readonly partner_name?: string
  readonly test_event_code?: string
  readonly data: TrackedEvent
}

/**
 * The sandbox's records. Dropping an entry also drops its request, its accepted events, and the counted events whose
 * first copy it holds. The totals still include them.
 */
export interface Records {
  readonly requests: readonly ReceivedRequest[]
  readonly accepted: readonly AcceptedEvent[]
  readonly pixelEvents: readonly PixelEvent[]
  readonly counted: readonly CountedEvent[]
  readonly entries: readonly Entry[]
  /** Number of entries that were dropped since the start or the last reset. */
  readonly droppedEntries: number
  readonly resets: number
  readonly totals: Totals
  readonly activity: readonly ActivityBar[]
  /** Emits `change` after each change. */
  readonly changes: EventEmitter
  /** Adds a request and its accepted events. `size` is the estimated size of its body in memory, in bytes. */
  addRequest(request: ReceivedRequest & Pick<Entry, 'byFault' | 'size'>, accepted?: readonly AcceptedEvent[]): void
  addPixelEvent(event: PixelEvent, size: number): void
  clear(): void
}

/** Estimated memory of an entry besides its body, in bytes. */
const ENTRY_SIZE = 1_000

/**
 * Creates empty records.
 * @param now the clock, in milliseconds
 * @param maxBytes estimated memory above which the oldest entries are dropped; the newest entry is always kept
 */
export function createRecords(now: () => number, maxBytes: number): Records {
  const requests: ReceivedRequest[] = []
  const accepted: AcceptedEvent[] = []
  const pixelEvents: PixelEvent[] = []
  const entries: Entry[] = []
  const counter = createEventCounter(now)
  const activity = createActivity()
  const changes = new EventEmitter().setMaxListeners(0)
  let totals = NO_TOTALS
  let size = 0
  let droppedEntries = 0
  let resets = 0

  const add = (entry: Entry): void => {
    entries.push(entry)
    totals = addEntry(totals, entry, counter.fromBoth)
    activity.add(entry.time, entry.fates.length, Math.max(eventsOf(entry).length, 1) - entry.fates.length)
    size += entry.size
    while (size > maxBytes && entries.length > 1) dropOldest()
    changes.emit('change')
  }

  const dropOldest = (): void => {
    const entry = entries.shift()
    if (entry === undefined) return
    if (entry.via === 'pixel') pixelEvents.shift()
    else {
      requests.shift()
      accepted.splice(0, entry.fates.length)
    }
    counter.dropOldest(countFates(entry, 'counted'))
    totals = { ...totals, dropped: totals.dropped + eventsOf(entry).length }
    size -= entry.size
    droppedEntries += 1
  }

  return {
    requests,
    accepted,
    pixelEvents,
    counted: counter.counted,
    entries,
    get droppedEntries() {
      return droppedEntries
    },
    get resets() {
      return resets
    },
    get totals() {
      return totals
    },
    activity: activity.bars,
    changes,
    addRequest({ body, answer, byFault, size }, events = []) {
      requests.push({ body, answer })
      accepted.push(...events)
      const fates = events.map(({ event_source_id, test_event_code, data: { event, event_id } }): EventFate => {
        if (test_event_code !== undefined) return 'test'
        return counter.add({ event_source_id, event, ...(event_id !== undefined && { event_id }), via: 'server' })
      })
      add({ body, answer, time: now(), via: 'server', byFault, fates, size: size + ENTRY_SIZE })
    },
    addPixelEvent(body, size) {
      const { pixel_code, event, event_id } = body
      pixelEvents.push(body)
      const copy = { event_source_id: pixel_code, event, ...(event_id !== undefined && { event_id }) }
      const fates = [counter.add({ ...copy, via: 'pixel' })]
      add({ body, answer: { status: 204 }, time: now(), via: 'pixel', byFault: false, fates, size: size + ENTRY_SIZE })
    },
    clear() {
      for (const list of [requests, accepted, pixelEvents, entries]) list.length = 0
      counter.clear()
      activity.clear()
      totals = NO_TOTALS
      size = 0
      droppedEntries = 0
      resets += 1
      changes.emit('change')
    }
  }
}
