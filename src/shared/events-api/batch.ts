import { MultiStatusResponse, type RequestClient } from '@segment/actions-core'
import chunk from 'lodash/chunk'
import groupBy from 'lodash/groupBy'
import { createEntryBuilder, type Entry, entryOfError } from './batch-response'
import { createIsolation, type Outbox } from './isolate-bad-events'
import type { Answer } from './read-answer'
import { buildRequestBody, MAX_EVENTS, type OutgoingEvent, requireSourceId } from './request'
import { type ApiAccess, post } from './send'

/**
 * The maximum number of requests for a batch: enough to find 20 bad events among 1,000 if TikTok's messages give their
 * positions, or 4 if not.
 */
const MAX_REQUESTS = 64

const NO_REQUEST_LEFT: Answer = {
  verdict: 'unresolved',
  reason: `the batch reached its limit of ${MAX_REQUESTS} requests`
}

/** An event and the index of its payload in the batch. */
interface Item {
  index: number
  outgoing: OutgoingEvent
}

/**
 * Delivers many events with few requests: one request for up to 1,000 events with the same source, source ID and test
 * code, if TikTok accepts it.
 * @param request the host's client
 * @param access the URL and the token
 * @param builders one function per payload, which builds its event or throws
 * @returns one entry per payload, in order; it never throws
 */
export async function deliverBatch(
  request: RequestClient,
  access: ApiAccess,
  builders: readonly (() => OutgoingEvent)[]
): Promise<MultiStatusResponse> {
  const entries: Entry[] = []
  const items = builders.flatMap((build, index) => {
    try {
      const outgoing = build()
      // Checked before the first request. An error between two requests would lose the answers already received.
      requireSourceId(outgoing)
      return [{ index, outgoing }]
    } catch (error) {
      entries[index] = entryOfError(error)
      return []
    }
  })
  try {
    await deliverGroups(groupItems(items), createOutbox(request, access, entries))
  } catch (error) {
    for (const { index } of items) entries[index] ??= entryOfError(error)
  }
  return toMultiStatus(entries)
}

function createOutbox(request: RequestClient, access: ApiAccess, entries: Entry[]): Outbox<Item> {
  let requests = 0
  return {
    send: async (items) => {
      const [first] = items
      if (first === undefined || requests === MAX_REQUESTS) return NO_REQUEST_LEFT
      requests += 1
      const events = items.map(({ outgoing }) => outgoing.event)
      return (await post(request, access, buildRequestBody(first.outgoing, events))).answer
    },
    settle: (items, answer) => {
      const buildEntry = createEntryBuilder(answer, access.accessToken)
      for (const { index, outgoing } of items) entries[index] = buildEntry(outgoing.event)
    }
  }
}

/** Sends every group once before it isolates bad events, so that good groups do not wait for the search. */
async function deliverGroups(groups: readonly Item[][], outbox: Outbox<Item>): Promise<void> {
  const answered: [Item[], Answer][] = []
  for (const group of groups) answered.push([group, await outbox.send(group)])
  const isolate = createIsolation(outbox)
  for (const [group, answer] of answered) await isolate(group, answer)
}

/** The events of one request have the same source, source ID and test code. */
function groupItems(items: readonly Item[]): Item[][] {
  const groups = groupBy(items, ({ outgoing: { source, sourceId, testEventCode } }) =>
    JSON.stringify([source, sourceId, testEventCode])
  )
  return Object.values(groups).flatMap((group) => chunk(group, MAX_EVENTS))
}

function toMultiStatus(entries: readonly Entry[]): MultiStatusResponse {
  const response = new MultiStatusResponse()
  for (const entry of entries) response.pushResponseObject(entry)
  return response
}
