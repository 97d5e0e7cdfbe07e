import maxBy from 'lodash/maxBy'
import pull from 'lodash/pull'
import { type Answer, unresolved } from './read-answer'
import {
  blamesSharedField,
  isTooLarge,
  mayBlameOneEvent,
  namedPositions,
  partlyRefusedPositions
} from './refused-request'
import { partitionByPosition, splitAt } from './split-items'

/** The functions that the search uses to send requests and report outcomes. `Item` is the type of one event. */
export interface Outbox<Item> {
  /** Sends the items in one request. The answer is `unresolved` when the batch may make no more requests. */
  readonly send: (items: readonly Item[]) => Promise<Answer>
  /** Reports the outcome of items. Called once for each item. */
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
 * The search starts with single events. After an accepted request the next one is larger, and after a refused one it
 * is smaller. The events of a refused request form a bad group. Events are unknown if they may be good or bad. The
 * search splits the largest bad group, unless there are unknown events and the next request may be at least 1.5 times
 * as large as that group, because larger requests deliver more.
 */
export function createIsolation<Item>({ send, settle }: Outbox<Item>): Isolate<Item> {
  type Items = readonly Item[]

  // Positions in messages may be wrong: TikTok does not document whether they start at 0 or 1, and a message may quote
  // an event that itself contains a position.
  let arePositionsTrusted = true

  return async (all, firstAnswer) => {
    /** Groups with at least one bad event each, as far as TikTok's answers tell. */
    const badGroups: Items[] = []
    /** Events that may be good or bad. */
    let unknown: Items = []
    /** The maximum number of events in the next request. */
    let size = 1
    /** An answer after which more requests would fail, such as a rate limit. */
    let failure: Answer | undefined

    const handle = async (items: Items, answer: Answer): Promise<void> => {
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
        const named = namedPositions(answer, items.length)
        if (arePositionsTrusted && named.size > 0) await sendFirstNamed(items, named)
        else badGroups.push(items)
      } else {
        settle(items, unresolved(answer))
      }
    }

    /** Sends the first named event alone. If TikTok accepts it, positions are ignored for the rest of the batch. */
    const sendFirstNamed = async (items: Items, positions: ReadonlySet<number>): Promise<void> => {
      const [named, others] = partitionByPosition(items, positions)
      const [first, suspects] = splitAt(named, 1)
      const answer = await send(first)
      await handle(first, answer)
      arePositionsTrusted = answer.verdict !== 'accepted'
      if (arePositionsTrusted) unknown = [...others, ...unknown, ...suspects]
      else badGroups.push([...others, ...suspects])
    }

    const deliver = async (items: Items): Promise<Answer['verdict']> => {
      const answer = await send(items)
      size = answer.verdict === 'accepted' ? 4 * items.length : Math.ceil(size / 2)
      await handle(items, answer)
      return answer.verdict
    }

    /**
     * Sends the first part of a bad group. If TikTok accepts it, the other part is a bad group, which is not sent
     * whole.
     */
    const splitBadGroup = async (group: Items): Promise<void> => {
      // The first part is about 40 % of the group, because a refused part costs more requests than an accepted one.
      const [part, rest] = splitAt(group, Math.min(size, 0.4 * group.length))
      if ((await deliver(part)) === 'accepted' && rest.length > 0) badGroups.push(rest)
      else unknown = [...unknown, ...rest]
    }

    /** Sends unknown events. Single events come from all parts of the batch, because bad events are often adjacent. */
    const sendUnknown = async (): Promise<void> => {
      const [part, rest] = splitAt(unknown, size)
      unknown = rest
      await deliver(part)
      if (size > 1) return
      const [near, far] = splitAt(unknown, 0.4 * unknown.length)
      unknown = [...far, ...near]
    }

    await handle(all, firstAnswer)
    while (failure === undefined && badGroups.length + unknown.length > 0) {
      const largest = maxBy(badGroups, 'length')
      if (largest !== undefined && (unknown.length === 0 || 1.5 * largest.length > size)) {
        pull(badGroups, largest)
        await splitBadGroup(largest)
      } else {
        await sendUnknown()
      }
    }
    if (failure !== undefined) settle([...badGroups.flat(), ...unknown], failure)
  }
}
