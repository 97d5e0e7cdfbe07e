import type { Answer } from '../../src/shared/events-api/read-answer'
import { createIsolation } from '../../src/shared/events-api/isolate-bad-events'

/** The request limit of a batch. */
export const MAX_REQUESTS = 64

/** TikTok's answer when it accepts a request. */
export const ACCEPTED: Answer = { verdict: 'accepted', status: 200, code: 0, message: 'OK' }

/** The answer that the search gets when no request is left. */
export const NO_REQUEST_LEFT: Answer = { verdict: 'unresolved', reason: 'no request left' }

/** A refusal that one bad event can cause. */
export const refusal = (message = 'Invalid request.'): Answer => ({
  verdict: 'refused',
  status: 200,
  code: 40002,
  message
})

/** Returns the answer to a request with these items. */
export type Judge<Item> = (items: readonly Item[], request: number) => Answer

/** The result of a search. */
export interface SearchResult<Item> {
  /** The items of each request, in order; the first one is the request that led to the search. */
  readonly requests: readonly (readonly Item[])[]
  /** The items by the verdict they were settled with, each in the order in which they came. */
  readonly settled: Readonly<Partial<Record<Answer['verdict'], readonly Item[]>>>
  /** The answer that each item was settled with. */
  readonly answers: ReadonlyMap<Item, Answer>
  /** How many times `settle` was called. */
  readonly reports: number
}

/** Searches groups of items in memory, each after its first request, and checks that each item is settled once. */
export async function searchGroups<Item>(
  groups: readonly (readonly Item[])[],
  judge: Judge<Item>
): Promise<SearchResult<Item>> {
  const requests: (readonly Item[])[] = []
  const answers = new Map<Item, Answer>()
  let reports = 0
  const send = (items: readonly Item[]): Answer => {
    if (items.length === 0) throw new RangeError('A request without items.')
    if (requests.length === MAX_REQUESTS) return NO_REQUEST_LEFT
    requests.push(items)
    return judge(items, requests.length)
  }
  const isolate = createIsolation<Item>({
    send: (items) => Promise.resolve(send(items)),
    settle: (items, answer) => {
      reports += 1
      for (const item of items) {
        if (answers.has(item)) throw new RangeError(`${String(item)} was settled twice.`)
        answers.set(item, answer)
      }
    }
  })
  const answered = groups.map((group) => ({ group, answer: send(group) }))
  for (const { group, answer } of answered) await isolate(group, answer)

  const settled: Partial<Record<Answer['verdict'], Item[]>> = {}
  for (const item of groups.flat()) {
    const { verdict } = answers.get(item) ?? { verdict: undefined }
    if (verdict === undefined) throw new RangeError(`${String(item)} was not settled.`)
    settled[verdict] = [...(settled[verdict] ?? []), item]
  }
  return { requests, settled, answers, reports }
}
