/** Where a copy of an event came from. */
export type ReceivedVia = 'server' | 'pixel'

/** A copy of an event: what TikTok compares, and where it came from. */
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
  /** Every copy, in order: the first is counted, one within 5 minutes is merged into it, a later one is dropped. */
  readonly copies: readonly { readonly via: ReceivedVia; readonly fate: 'counted' | 'merged' | 'dropped' }[]
}

/** Counts events as TikTok does. */
export interface Counter {
  readonly counted: readonly CountedEvent[]
  take(copy: EventCopy): void
  clear(): void
}

type Copies = CountedEvent['copies'][number][]

const MERGED_WITHIN = 5 * 60_000
const DROPPED_WITHIN = 48 * 3_600_000

/**
 * TikTok's rule: of two events with the same source id, name and event id the second is merged into the first within 5
 * minutes and dropped within 48 hours. Without an event id nothing is compared. Source: TikTok, "Event deduplication".
 * @param now the clock, in milliseconds
 */
export function createCounter(now: () => number): Counter {
  const counted: CountedEvent[] = []
  const known = new Map<string, { copies: Copies; since: number }>()
  return {
    counted,
    take({ via, ...event }) {
      const key =
        event.event_id === undefined ? undefined : JSON.stringify([event.event_source_id, event.event, event.event_id])
      const first = key === undefined ? undefined : known.get(key)
      const age = first === undefined ? Infinity : now() - first.since
      if (first !== undefined && age <= DROPPED_WITHIN) {
        first.copies.push({ via, fate: age <= MERGED_WITHIN ? 'merged' : 'dropped' })
        return
      }
      const copies: Copies = [{ via, fate: 'counted' }]
      counted.push({ ...event, copies })
      if (key !== undefined) known.set(key, { copies, since: now() })
    },
    clear() {
      counted.length = 0
      known.clear()
    }
  }
}
