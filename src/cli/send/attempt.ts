import type { Connection, Outcome, SendResult } from '../../runtime'
import { eventName } from '../tiktok-events'
import type { Item } from './batches'
import type { Reject } from './journal'

/** The result of sending some events once. */
export interface Attempt {
  readonly delivered: number
  readonly rejects: readonly Reject[]
  /** The names of the events that no subscription matches. */
  readonly notTaken: readonly string[]
  /** The events that must be sent again, in the order of the input. */
  readonly unsettled: readonly Item[]
  /** Why they must be sent again; undefined if there are none. */
  readonly reason: Outcome | undefined
  /** Why TikTok refuses the token; undefined if it does not. */
  readonly denied: Outcome | undefined
}

/** The connections that events are sent through. */
export interface Route {
  readonly connection: Connection
  /**
   * Returns the connection for events that no subscription of `connection` matches, if there is one. It is
   * called for each attempt, because the header of a CSV file decides whether there is one, and the header may come
   * after the first batch: lines that are too long can precede it.
   */
  readonly fallback: () => Connection | undefined
}

/** Sends events once. */
export async function attempt(items: readonly Item[], { connection, fallback }: Route): Promise<Attempt> {
  const rejects: Reject[] = []
  const notTaken: string[] = []
  const unsettled: Item[] = []
  const events = items.filter((item) => {
    if ('problem' in item.record) rejects.push({ record: item.record, status: 400, message: item.record.problem })
    return 'event' in item.record
  })
  let delivered = 0
  let reason: Outcome | undefined
  let denied: Outcome | undefined

  for (const { item, outcomes } of await sendAll(events, connection, fallback())) {
    const find = (status: Outcome['status']) => outcomes.find((outcome) => outcome.status === status)
    const [refused, retry, rejected] = [find('denied'), find('retry'), find('rejected')]
    denied ??= refused
    if (refused !== undefined || retry !== undefined) {
      unsettled.push(item)
      reason = longerWait(reason, refused ?? retry)
    } else if (rejected !== undefined) {
      rejects.push({ record: item.record, status: rejected.httpStatus, message: rejected.message })
    } else if (outcomes.length > 0) delivered += 1
    else notTaken.push(eventName('event' in item.record && item.record.event))
  }
  return { delivered, rejects, notTaken, unsettled, reason, denied }
}

interface Sent {
  readonly item: Item
  readonly outcomes: readonly Outcome[]
}

async function sendAll(
  items: readonly Item[],
  connection: Connection,
  fallback: Connection | undefined
): Promise<Sent[]> {
  const results = await connection.send(items.map(({ record }) => 'event' in record && record.event))
  const sent = items.map((item, index) => ({ item, outcomes: outcomesOf(results[index]) }))
  if (fallback === undefined) return sent
  const others = sent.filter(({ outcomes }) => outcomes.length === 0).map(({ item }) => item)
  const matched = sent.filter(({ outcomes }) => outcomes.length > 0)
  return [...matched, ...(await sendAll(others, fallback, undefined))].sort((a, b) => a.item.index - b.item.index)
}

function outcomesOf(result: SendResult | undefined): readonly Outcome[] {
  return result?.outcomes ?? []
}

/**
 * Returns the outcome with the longer wait. A rate limit counts as one second longer, so that it takes precedence if
 * the waits are equal: it pauses all batches, and any other outcome only one.
 */
function longerWait(one: Outcome | undefined, other: Outcome | undefined): Outcome | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const weight = ({ httpStatus, retryAfter = 0 }: Outcome) => retryAfter + (httpStatus === 429 ? 1 : 0)
  return weight(other) > weight(one) ? other : one
}
