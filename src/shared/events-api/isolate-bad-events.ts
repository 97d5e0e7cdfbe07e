import maxBy from 'lodash/maxBy'
import { type Answer, unresolved } from './read-answer'
import {
  blamesSharedField,
  isTooLarge,
  mayBlameOneEvent,
  partlyRefusedPositions,
  refusedPositions
} from './refused-request'
import { partitionByPosition, splitAt } from './split-items'

/** The functions that the search uses to send requests and report outcomes. `Item` is the type of one event. */
export interface Outbox<Item> {
  /** Sends the items in one request. The answer is `unresolved` when the batch may make no more requests. */
  readonly send: (items: readonly Item[]) => Promise<Answer>
  /** Reports the outcome of items. Each item is reported once. */
  readonly settle: (items: readonly Item[], answer: Answer) => void
}

/** Settles all items of a request that was answered. */
export type Isolate<Item> = (items: readonly Item[], answer: Answer) => Promise<void>

/**
 * Creates the search for the bad events in the refused requests of one batch. The search delivers the good events.
 *
 * An event is rejected only if TikTok refused it when it was sent alone, or blamed a shared field.
 * When the requests run out, the remaining events are settled as `unresolved`. When another request would fail too,
 * e.g. after a rate limit, the search stops, and the remaining events are settled with that answer.
 *
 * The events of a refused request form a bad group. Events are unknown if they may be good or bad. The next request
 * holds up to half of the largest bad group, or unknown events if there are at least as many. Its maximum size is one
 * event at first, four times the size of a request after it is accepted, and half the maximum after a refusal.
 */
export function createIsolation<Item>({ send, settle }: Outbox<Item>): Isolate<Item> {
  type Items = readonly Item[]

  // Positions in messages may be wrong: TikTok does not document whether they start at 0 or 1, and a message may quote
  // an event that itself contains a position.
  let arePositionsTrusted = true

  return async (all, firstAnswer) => {
    /** Groups with at least one bad event each, as far as TikTok's answers tell. */
    let badGroups: Items[] = []
    /** Events that may be good or bad. */
    let unknown: Items = []
    /** The maximum number of events in the next request. */
    let size = 1
    /** An answer after which more requests would fail, such as a rate limit. */
    let failure: Answer | undefined

    const record = (items: Items, answer: Answer): void => {
      if (answer.verdict === 'accepted') {
        const [refused, others] = partitionByPosition(items, partlyRefusedPositions(answer, items.length))
        settle(others, answer)
        badGroups.push(...refused.map((item) => [item]))
      } else if (answer.verdict !== 'refused') {
        failure = answer
        unknown = [...unknown, ...items]
      } else if (items.length === 1 || blamesSharedField(answer)) {
        settle(items, answer)
      } else if (isTooLarge(answer)) {
        size = Math.ceil(items.length / 2)
        unknown = [...items, ...unknown]
      } else if (mayBlameOneEvent(answer)) {
        badGroups.push(items)
      } else {
        settle(items, unresolved(answer))
      }
    }

    /** Sends the first named event alone. If TikTok accepts it, positions are ignored for the rest of the batch. */
    const testPositions = async (items: Items, positions: ReadonlySet<number>): Promise<void> => {
      const [named, others] = partitionByPosition(items, positions)
      const [first, suspects] = splitAt(named, 1)
      const answer = await send(first)
      record(first, answer)
      arePositionsTrusted = answer.verdict !== 'accepted'
      if (arePositionsTrusted) unknown = [...others, ...unknown, ...suspects]
      else badGroups.push([...others, ...suspects])
    }

    const handle = async (items: Items, answer: Answer): Promise<void> => {
      const positions = refusedPositions(answer, items.length)
      if (arePositionsTrusted && positions.size > 0) await testPositions(items, positions)
      else record(items, answer)
    }

    await handle(all, firstAnswer)
    while (failure === undefined && badGroups.length + unknown.length > 0) {
      const largest = maxBy(badGroups, 'length') ?? []
      const isBad = largest.length > unknown.length
      const [part, rest] = isBad ? splitAt(largest, Math.min(size, largest.length / 2)) : splitAt(unknown, size)
      if (isBad) badGroups = badGroups.filter((group) => group !== largest)
      else unknown = []

      const answer = await send(part)
      const isAccepted = answer.verdict === 'accepted'
      size = isAccepted ? 4 * part.length : Math.ceil(size / 2)
      // If half of a bad group is good, the other half is bad.
      if (isBad && isAccepted && rest.length > 0) badGroups.push(rest)
      else unknown = [...rest, ...unknown]
      await handle(part, answer)
      if (size === 1) unknown = rotate(unknown)
    }
    if (failure !== undefined) settle([...badGroups.flat(), ...unknown], failure)
  }
}

/**
 * Moves the start to the end, so that single events come from all parts of a batch, because bad events are often
 * adjacent. Steps of the golden section (0.382) spread the events evenly.
 */
function rotate<Item>(items: readonly Item[]): Item[] {
  const [start, end] = splitAt(items, 0.382 * items.length)
  return [...end, ...start]
}
