/** The origin of a copy of an event: a server, or the Pixel in a browser. */
export type ReceivedVia = 'server' | 'pixel'

/**
 * TikTok counts the first copy, merges copies of the next 5 minutes into it, and drops later copies until 48 hours
 * after the first. A copy after that is counted again.
 */
export type CopyFate = 'counted' | 'merged' | 'dropped'

/** A copy of an event: the fields that TikTok compares, and the origin. */
export interface EventCopy {
  readonly event_source_id: string
  readonly event: string
  readonly event_id?: string
  readonly via: ReceivedVia
}

/** An event as TikTok counts it: once, with all its copies. */
export interface CountedEvent {
  readonly event_source_id: string
  readonly event: string
  readonly event_id?: string
  /** The copies in the order of arrival, at most 10,000. The first one is counted. */
  readonly copies: readonly { readonly via: ReceivedVia; readonly fate: CopyFate }[]
}

/** Counts events as TikTok does. */
export interface EventCounter {
  readonly counted: readonly CountedEvent[]
  /** The number of events that came from both the server and the Pixel, and were counted once. */
  readonly fromBoth: number
  add(copy: EventCopy): CopyFate
  /** Removes the oldest counted events. */
  dropOldest(count: number): void
  clear(): void
}

interface FirstCopy {
  readonly event: CountedEvent
  readonly copies: CountedEvent['copies'][number][]
  readonly vias: Set<ReceivedVia>
  readonly time: number
}

const MAX_COPIES = 10_000

const MERGE_WINDOW = 5 * 60_000
const DROP_WINDOW = 48 * 3_600_000

/**
 * Creates a counter that follows TikTok's rule (see `CopyFate`). Events with the same source ID, name and event ID are
 * copies. An event without an event ID is always counted. Source: TikTok, "Event deduplication".
 * @param now the clock, in milliseconds
 */
export function createEventCounter(now: () => number): EventCounter {
  const counted: CountedEvent[] = []
  const firstCopies = new Map<string, FirstCopy>()
  let fromBoth = 0
  return {
    counted,
    get fromBoth() {
      return fromBoth
    },
    add({ via, ...event }) {
      const key = keyOf(event)
      const first = key === undefined ? undefined : firstCopies.get(key)
      const age = first === undefined ? Infinity : now() - first.time
      if (first !== undefined && age <= DROP_WINDOW) {
        if (!first.vias.has(via)) fromBoth += 1
        first.vias.add(via)
        const fate = age <= MERGE_WINDOW ? 'merged' : 'dropped'
        if (first.copies.length < MAX_COPIES) first.copies.push({ via, fate })
        return fate
      }
      const copies: FirstCopy['copies'] = [{ via, fate: 'counted' }]
      const entry = { ...event, copies }
      counted.push(entry)
      if (key !== undefined) firstCopies.set(key, { event: entry, copies, vias: new Set([via]), time: now() })
      return 'counted'
    },
    dropOldest(count) {
      for (const event of counted.splice(0, count)) {
        const key = keyOf(event)
        // After 48 hours, the same key can belong to a newer event.
        if (key !== undefined && firstCopies.get(key)?.event === event) firstCopies.delete(key)
      }
    },
    clear() {
      counted.length = 0
      firstCopies.clear()
      fromBoth = 0
    }
  }
}

function keyOf({ event_source_id, event, event_id }: Omit<EventCopy, 'via'>): string | undefined {
  return event_id === undefined ? undefined : JSON.stringify([event_source_id, event, event_id])
}
