import { MultiStatusResponse, type RequestClient } from '@segment/actions-core'
import type { Answer } from './read-answer'
import { entriesBy, type Entry, entryOfError, unresolvedEntry } from './batch-response'
import { isSearchable } from './refused-request'
import { type OutgoingEvent, buildRequestBody, MAX_EVENTS } from './request'
import { BadEventSearch } from './isolate-bad-events'
import { type ApiAccess, post } from './send'

/** How many requests one batch may cost: enough for 20 bad events that are named, and for 4 unnamed among 1,000. */
const MAX_REQUESTS = 64

/** An event and its place in the batch. */
interface Item {
  index: number
  addressed: OutgoingEvent
}

/**
 * Delivers many events in as few requests as TikTok's limits allow: one for all that share source and test code.
 * @param request the host's client
 * @param channel where to and with which token
 * @param build one function per payload, which makes its event or throws
 * @returns one entry per payload, in order; it never throws
 */
export async function deliverBatch(
  request: RequestClient,
  channel: ApiAccess,
  build: readonly (() => OutgoingEvent)[]
): Promise<MultiStatusResponse> {
  const entries: Entry[] = []
  const items = build.flatMap((make, index) => {
    try {
      return [{ index, addressed: make() }]
    } catch (error) {
      entries[index] = entryOfError(error)
      return []
    }
  })

  let left = MAX_REQUESTS
  const send = async (group: readonly Item[]): Promise<Answer | undefined> => {
    const [first] = group
    if (first === undefined || left === 0) return undefined
    left -= 1
    const events = group.map(({ addressed }) => addressed.event)
    return (await post(request, channel, buildRequestBody(first.addressed, events))).answer
  }
  const settle = (group: readonly Item[], answer: Answer | undefined) => {
    const entryOf = answer === undefined ? unresolvedEntry : entriesBy(answer, channel.accessToken)
    for (const { index, addressed } of group) entries[index] = entryOf(addressed.event)
  }

  try {
    await deliverGroups(groupsOf(items), send, settle)
  } catch (error) {
    for (const { index } of items) entries[index] ??= entryOfError(error)
  }
  return toMultiStatus(entries)
}

type Send = (group: readonly Item[]) => Promise<Answer | undefined>
type Settle = (group: readonly Item[], answer: Answer | undefined) => void

/** Every group gets its first request before any of them is searched, so that none has to wait for another's bad events. */
async function deliverGroups(groups: readonly Item[][], send: Send, settle: Settle): Promise<void> {
  const refused: { group: Item[]; answer: Answer }[] = []
  for (const group of groups) {
    const answer = await send(group)
    if (answer !== undefined && isSearchable(answer)) refused.push({ group, answer })
    else settle(group, answer)
  }
  for (const { group, answer } of refused) await new BadEventSearch({ send, settle }).run(group, answer)
}

/** One request has one source, one source id and one test code, and at most so many events. */
function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = []
  const open = new Map<string, Item[]>()
  for (const item of items) {
    const { source, sourceId, testEventCode } = item.addressed
    const key = JSON.stringify([source, sourceId, testEventCode])
    const group = open.get(key)
    if (group !== undefined && group.length < MAX_EVENTS) {
      group.push(item)
    } else {
      const next = [item]
      open.set(key, next)
      groups.push(next)
    }
  }
  return groups
}

function toMultiStatus(entries: readonly Entry[]): MultiStatusResponse {
  const response = new MultiStatusResponse()
  for (const entry of entries) response.pushResponseObject(entry)
  return response
}
