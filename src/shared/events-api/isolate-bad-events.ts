import last from 'lodash/last'
import pull from 'lodash/pull'
import sortBy from 'lodash/sortBy'
import { type Answer, unresolved } from './read-answer'
import {
  blamesSharedField,
  isTooLarge,
  mayBlameOneEvent,
  namedPositions,
  partlyRefusedPositions
} from './refused-request'

/** How the search sends requests and reports outcomes. `Item` stands for one event. */
export interface Outbox<Item> {
  /** Sends the items in one request. The answer is `unresolved` when the batch may make no more requests. */
  readonly send: (items: readonly Item[]) => Promise<Answer>
  /** Reports the outcome of items. Called once for each item. */
  readonly settle: (items: readonly Item[], answer: Answer) => void
}

/** Settles all items of a request that was answered. */
export type Isolate<Item> = (items: readonly Item[], answer: Answer) => Promise<void>

/** Items of which at least one is bad. */
interface BadGroup<Item> {
  readonly items: readonly Item[]
  /** The positions that TikTok's message names. */
  readonly named?: ReadonlySet<number>
}

/**
 * Creates the search for the bad events in the refused requests of one batch. The search delivers the good events.
 *
 * An event is rejected only if TikTok refused it when it was sent alone, or refused the request for a shared field.
 * When the requests run out, the remaining events are settled as `unresolved`.
 */
export function createIsolation<Item>({ send, settle }: Outbox<Item>): Isolate<Item> {
  type Items = readonly Item[]

  // TikTok does not document whether positions start at 0 or 1, and a message may repeat the text of an event.
  let areNamesTrusted = true

  return async (all, firstAnswer) => {
    const ask = untilFailure(send)
    const badGroups: BadGroup<Item>[] = []
    let largestAccepted = 0
    /** The number of samples that were accepted, minus those that were not. */
    let balance = 0

    const deliver = async (group: Items): Promise<Answer['verdict']> => {
      if (group.length === 0) return 'accepted'
      const answer = await ask(group)
      if (answer.verdict === 'accepted') largestAccepted = Math.max(largestAccepted, group.length)
      await handle(group, answer)
      return answer.verdict
    }

    const handle = async (group: Items, answer: Answer): Promise<void> => {
      if (answer.verdict === 'accepted') {
        const [refused, others] = pickOut(group, partlyRefusedPositions(answer, group.length))
        settle(others, answer)
        for (const item of refused) await deliver([item])
      } else if (answer.verdict !== 'refused' || group.length === 1 || blamesSharedField(answer)) {
        settle(group, answer)
      } else if (isTooLarge(answer)) {
        for (const half of splitAt(group, group.length / 2)) await deliver(half)
      } else if (mayBlameOneEvent(answer)) {
        badGroups.push({ items: group, named: namedPositions(answer, group.length) })
      } else {
        settle(group, unresolved(answer))
      }
    }

    const split = async ({ items, named }: BadGroup<Item>): Promise<void> => {
      if (items.length === 1) await deliver(items)
      else if (areNamesTrusted && named !== undefined && named.size > 0) await splitAtNames(items, named)
      else if (balance <= 0) await sample(items, true)
      else await splitInTwo(items)
    }

    /** If the first part is accepted, the other part must be bad, so it is split without being sent. */
    const splitInTwo = async (items: Items): Promise<void> => {
      // The first part is a third, because a refused part costs two requests and an accepted one costs one.
      const [part, rest] = splitAt(items, items.length / 3)
      if ((await deliver(part)) === 'accepted') badGroups.push({ items: rest })
      else await deliver(rest)
    }

    /** Sends each named event alone. If TikTok accepts one, names are ignored for the rest of the batch. */
    const splitAtNames = async (items: Items, positions: ReadonlySet<number>): Promise<void> => {
      const [named, others] = pickOut(items, positions)
      const [first, suspects] = splitAt(named, 1)
      areNamesTrusted = (await deliver(first)) !== 'accepted'
      if (!areNamesTrusted) {
        badGroups.push({ items: [...others, ...suspects] })
      } else if (balance <= 0) {
        await sample([...others, ...suspects], false)
      } else {
        // A message may name only one of several bad events. The shorter side of it is less likely to hold another.
        for (const side of sortBy(splitAt(others, Math.min(...positions)), 'length')) await deliver(side)
        while (areNamesTrusted && suspects.length > 0) {
          areNamesTrusted = (await deliver(suspects.splice(0, 1))) !== 'accepted'
        }
        await deliver(suspects)
      }
    }

    /** Sends single events from the whole group until more are accepted than not. This shows whether most are bad. */
    const sample = async (items: Items, areBad: boolean): Promise<void> => {
      const [event, rest] = takeSample(items, all.length - items.length)
      const verdict = await deliver(event)
      balance += verdict === 'accepted' ? 1 : -1
      const isRestBad = areBad && verdict === 'accepted'
      if (rest.length === 0) return
      if (balance <= 0 && (verdict === 'accepted' || verdict === 'refused')) await sample(rest, isRestBad)
      else if (isRestBad) badGroups.push({ items: rest })
      else await deliver(rest)
    }

    /**
     * Takes the smallest group that is not smaller than the largest accepted one, because this size delivers the most
     * events for its requests. Until a group is accepted, it alternates between the largest and the smallest group,
     * because the smallest may lie in a long run of bad events. Each refused group adds one group, so their number
     * decides which comes next.
     */
    const takeNext = (): BadGroup<Item> | undefined => {
      const bySize = sortBy(badGroups, ({ items }) => items.length)
      const isLargestNext = largestAccepted <= 1 && bySize.length % 2 === 0
      const next = isLargestNext ? undefined : bySize.find(({ items }) => items.length >= largestAccepted)
      const group = next ?? last(bySize)
      pull(badGroups, group)
      return group
    }

    await handle(all, firstAnswer)
    for (let group = takeNext(); group !== undefined; group = takeNext()) await split(group)
  }
}

/** Sends until an answer shows that more requests would fail, such as a rate limit. Then it repeats that answer. */
function untilFailure<Item>(send: Outbox<Item>['send']): Outbox<Item>['send'] {
  let failure: Answer | undefined
  return async (items) => {
    const answer = failure ?? (await send(items))
    if (answer.verdict !== 'accepted' && answer.verdict !== 'refused') failure = answer
    return answer
  }
}

/** Splits into the first items and the others. */
function splitAt<Item>(items: readonly Item[], count: number): [Item[], Item[]] {
  const index = Math.ceil(count)
  return [items.slice(0, index), items.slice(index)]
}

/** Splits into the items at these positions and the others. */
function pickOut<Item>(items: readonly Item[], positions: ReadonlySet<number>): [Item[], Item[]] {
  return [
    items.filter((_, position) => positions.has(position)),
    items.filter((_, position) => !positions.has(position))
  ]
}

/** Splits into one item and the others. Multiples of the golden ratio spread the samples evenly over the items. */
function takeSample<Item>(items: readonly Item[], count: number): [Item[], Item[]] {
  const position = Math.floor(((count * 0.618) % 1) * items.length)
  return pickOut(items, new Set([position]))
}
