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
  /** Sends the items in one request. After the batch's last permitted request, sends none and answers `unresolved`. */
  readonly send: (items: readonly Item[]) => Promise<Answer>
  /** Reports the outcome of items. Each item is reported once. */
  readonly settle: (items: readonly Item[], answer: Answer) => void
}

/** Settles all items of a request that was answered. */
export type Isolate<Item> = (items: readonly Item[], answer: Answer) => Promise<void>

/**
 * Creates the search for the bad events in the refused requests of one batch. The search delivers the good events.
 *
 * An event is rejected only if TikTok refused it when it was sent alone, or refused its request because of a field that
 * all events of the request share. The search stops at an answer after which more requests would fail, such as a rate
 * limit or `unresolved`. The remaining events are settled with that answer.
 *
 * - A refusal because of an event shows that at least one event of the request is bad, so its events form a bad group.
 * - If TikTok refuses several events for another reason, e.g. an undocumented code, they are settled as `unresolved`.
 * - All other events without an outcome are unknown.
 * - If the largest bad group outnumbers the unknown events, the next request takes up to half of that group. If TikTok
 *   accepts it, the rest of the group is bad. If TikTok refuses it, the rest is unknown.
 * - Otherwise the next request takes unknown events.
 * - The maximum size of a request is one event at first. After an accepted request it is four times the size of that
 *   request. After a refused one it is halved. After one that was too large it is half the size of that request.
 */
export function createIsolation<Item>({ send, settle }: Outbox<Item>): Isolate<Item> {
  type Items = readonly Item[]

  // TikTok's message may give the positions of bad events, e.g. `data.3`. They may be wrong: TikTok does not document
  // whether they start at 0 or 1, and the message may quote text of an event that looks like a position.
  let arePositionsTrusted = true

  return async (all, firstAnswer) => {
    let badGroups: Items[] = []
    let unknown: Items = []
    let maxSize = 1
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
        maxSize = Math.ceil(items.length / 2)
        unknown = [...items, ...unknown]
      } else if (mayBlameOneEvent(answer)) {
        badGroups.push(items)
      } else {
        settle(items, unresolved(answer))
      }
    }

    /**
     * Sends the event at the first of these positions alone. If TikTok accepts it, positions are ignored for the rest
     * of the batch. If not, this event may be the only bad one, so all other events of the request are unknown.
     */
    const testPositions = async (items: Items, positions: ReadonlySet<number>): Promise<void> => {
      const [suspects, others] = partitionByPosition(items, positions)
      const [first, otherSuspects] = splitAt(suspects, 1)
      const answer = await send(first)
      record(first, answer)
      arePositionsTrusted = answer.verdict !== 'accepted'
      if (arePositionsTrusted) unknown = [...others, ...unknown, ...otherSuspects]
      else badGroups.push([...others, ...otherSuspects])
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
      const [part, rest] = isBad ? splitAt(largest, Math.min(maxSize, largest.length / 2)) : splitAt(unknown, maxSize)
      if (isBad) badGroups = badGroups.filter((group) => group !== largest)
      else unknown = []

      const answer = await send(part)
      const isAccepted = answer.verdict === 'accepted'
      maxSize = isAccepted ? 4 * part.length : Math.ceil(maxSize / 2)
      if (isBad && isAccepted && rest.length > 0) badGroups.push(rest)
      else unknown = [...rest, ...unknown]
      await handle(part, answer)
      if (maxSize === 1) unknown = rotate(unknown)
    }
    if (failure !== undefined) settle([...badGroups.flat(), ...unknown], failure)
  }
}

/**
 * Moves the first 38.2 % of a list to its end. Bad events are often adjacent, so while each request takes one event,
 * the next event comes from another part of the batch. Steps of this size (the golden section) spread the sent events
 * evenly.
 */
function rotate<Item>(items: readonly Item[]): Item[] {
  const [start, end] = splitAt(items, 0.382 * items.length)
  return [...end, ...start]
}
