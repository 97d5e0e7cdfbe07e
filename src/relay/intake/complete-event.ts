import { createHash, randomUUID } from 'node:crypto'
import omit from 'lodash/omit'
import { isRecord } from '../../shared/coerce'
import type { IncomingEvent } from './read-events'

/** The request that contained an event. */
export interface Arrival {
  /** The relay's clock, in milliseconds. */
  readonly receivedAt: number
  /** The client's clock when it sent the request. */
  readonly sentAt: unknown
  /** The client's address. */
  readonly address: string | undefined
  /** Whether Segment has already completed the event. */
  readonly isFromSegment: boolean
}

/** A completed event. It always has an ID. */
export type CompleteEvent = IncomingEvent & { readonly messageId: string }

/** Matches the names of Segment's server libraries. Their connections do not have the visitor's address. */
const SERVER_LIBRARY = /node|python|ruby|java$|php|go$|\.net|c#|csharp|clojure|rust/i

/**
 * Completes events as Segment does: it adds a missing `messageId` and `context.ip`, sets the times, and removes
 * `writeKey` and `sentAt`. To events from Segment's webhooks it adds only a missing `messageId`.
 * If an event has a `timestamp`, its missing ID becomes a hash of the event, so that a retried request gets the same
 * IDs. Without a `timestamp` the ID is random, because different events may have the same content. Equal events of one
 * request get different IDs.
 */
export function completeEvents(events: readonly IncomingEvent[], arrival: Arrival): CompleteEvent[] {
  const seen = new Map<string, number>()
  return events.map((event) => {
    const messageId = idOf(event, seen)
    if (arrival.isFromSegment) return { ...event, messageId }
    return {
      ...omit(event, ['writeKey', 'sentAt']),
      messageId,
      ...timesOf(event, arrival.sentAt ?? event['sentAt'], arrival.receivedAt),
      ...contextOf(event, arrival.address)
    }
  })
}

function idOf(event: IncomingEvent, seen: Map<string, number>): string {
  const { messageId, timestamp } = event
  if (typeof messageId === 'string' && messageId.trim() !== '') return messageId
  if (isMissing(timestamp)) return randomUUID()
  // A retried request has a different `sentAt`.
  const content = JSON.stringify({ ...event, sentAt: undefined })
  const digest = createHash('sha256').update(content).digest('base64url')
  const before = seen.get(digest) ?? 0
  seen.set(digest, before + 1)
  return before === 0 ? digest : `${digest}-${before}`
}

/** The format that Segment's libraries send. Other formats stay as they are. */
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/

/**
 * Corrects the timestamp as Segment does: subtracts the time between the client's `timestamp` and `sentAt` from the
 * relay's time. So the result is right even if the client's clock is wrong.
 */
function timesOf({ timestamp }: IncomingEvent, sentAt: unknown, receivedAt: number): object {
  const received = new Date(receivedAt).toISOString()
  if (isMissing(timestamp)) return { timestamp: received, receivedAt: received }
  const corrected = new Date(receivedAt - (parseTime(sentAt) - parseTime(timestamp)))
  return {
    timestamp: Number.isNaN(corrected.getTime()) ? timestamp : corrected.toISOString(),
    originalTimestamp: timestamp,
    receivedAt: received
  }
}

function parseTime(time: unknown): number {
  return typeof time === 'string' && ISO_TIME.test(time) ? Date.parse(time) : NaN
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function contextOf({ context }: IncomingEvent, address: string | undefined): object {
  const known = context ?? {}
  if (address === undefined || !isRecord(known) || !isMissing(known['ip'])) return {}
  const library = isRecord(known['library']) ? known['library']['name'] : undefined
  return typeof library === 'string' && SERVER_LIBRARY.test(library) ? {} : { context: { ...known, ip: address } }
}
