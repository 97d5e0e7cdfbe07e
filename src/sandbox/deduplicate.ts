/** Where a copy of an event came from. */
export type ReceivedVia = 'server' | 'pixel'

/** What TikTok does with a copy: the first one counts, a second one within 5 minutes is merged, a later one dropped. */
export type CopyFate = 'counted' | 'merged' | 'dropped'

/** A copy of an event: the fields that TikTok compares, and where it came from. */
export interface EventCopy {
  readonly event_source_id: string
  readonly event: string
  readonly event_id?: string
  readonly via: ReceivedVia
}

/** An event as TikTok counts it: once, however many copies of it came. */
export interface CountedEvent {
  readonly event_source_id: string
  readonly event: string
  readonly event_id?: string
  /** The copies in the order of arrival, at most 10,000. The first one is counted. */
  readonly copies: readonly { readonly via: ReceivedVia; readonly fate: CopyFate }[]
}

/** Counts events as TikTok does. */
export interface Counter {
  readonly counted: readonly CountedEvent[]
  /** The number of events that came from the server and from the Pixel, and were counted once. */
  readonly fromBoth: number
  add(copy: EventCopy): CopyFate
  /** Forgets the oldest counted events. */
  dropOldest(count: number): void
  clear(): void
}

interface Known {
  readonly event: CountedEvent
  readonly copies: CountedEvent['copies'][number][]
  readonly cameVia: Set<ReceivedVia>
  readonly since: number
}

const MAX_COPIES = 10_000

const MERGED_WITHIN = 5 * 60_000
const DROPPED_WITHIN = 48 * 3_600_000

/**
 * Creates a counter that follows TikTok's rule. It compares events with the same source ID, name and event ID: within 5
 * minutes the second is merged into the first, and within 48 hours it is dropped. Events without an event ID are never
 * compared. Source: TikTok, "Event deduplication".
 * @param now the clock, in milliseconds
 */
export function createCounter(now: () => number): Counter {
  const counted: CountedEvent[] = []
  const known = new Map<string, Known>()
  let fromBoth = 0
  return {
    counted,
    get fromBoth() {
      return fromBoth
    },
    add({ via, ...event }) {
      const key = keyOf(event)
      const first = key === undefined ? undefined : known.get(key)
      const age = first === undefined ? Infinity : now() - first.since
      if (first !== undefined && age <= DROPPED_WITHIN) {
        if (!first.cameVia.has(via)) fromBoth += 1
        first.cameVia.add(via)
        const fate = age <= MERGED_WITHIN ? 'merged' : 'dropped'
        if (first.copies.length < MAX_COPIES) first.copies.push({ via, fate })
        return fate
      }
      const copies: Known['copies'] = [{ via, fate: 'counted' }]
      const entry = { ...event, copies }
      counted.push(entry)
      if (key !== undefined) known.set(key, { event: entry, copies, cameVia: new Set([via]), since: now() })
      return 'counted'
    },
    dropOldest(count) {
      for (const event of counted.splice(0, count)) {
        const key = keyOf(event)
        // After 48 hours the same key belongs to a newer event.
        if (key !== undefined && known.get(key)?.event === event) known.delete(key)
      }
    },
    clear() {
      counted.length = 0
      known.clear()
      fromBoth = 0
    }
  }
}

function keyOf({ event_source_id, event, event_id }: Omit<EventCopy, 'via'>): string | undefined {
  return event_id === undefined ? undefined : JSON.stringify([event_source_id, event, event_id])
}
