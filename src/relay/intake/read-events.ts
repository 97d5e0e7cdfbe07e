import { isRecord } from '../../shared/coerce'
import { type Endpoint, EVENT_TYPES } from './endpoints'
import { Refusal } from './refusal'

/** An event of a request. Only its type, name, ID, depth and size have been checked. */
export type IncomingEvent = Readonly<Record<string, unknown>>

/** The events of one request. */
export interface IncomingEvents {
  readonly events: readonly IncomingEvent[]
  /** The client's clock when it sent the request. */
  readonly sentAt: unknown
}

const MAX_EVENT = 32 * 1024
const MAX_EVENTS = 2_500
const MAX_DEPTH = 64

/**
 * Reads the events of a body, and adds the context and integrations of a batch to each of its events.
 * @param body the parsed body
 * @param endpoint the expected content
 * @param length the body's length in bytes
 * @throws Refusal that names the first invalid event. A request is accepted completely or not at all.
 */
export function readEvents(body: unknown, endpoint: Endpoint, length: number): IncomingEvents {
  switch (endpoint) {
    case 'batch':
      return readBatch(body, length)
    case 'webhook':
      return { events: checkAll(Array.isArray(body) ? body : [body], 'event', length), sentAt: undefined }
    default: {
      if (!isRecord(body)) throw new Refusal(400, 'The body is not an event: it must be a JSON object.')
      const { sentAt, ...event } = body
      return { events: [check({ ...event, type: endpoint }, 'event', length)], sentAt }
    }
  }
}

function readBatch(body: unknown, length: number): IncomingEvents {
  const { batch, context, integrations, sentAt }: Readonly<Record<string, unknown>> = isRecord(body) ? body : {}
  if (!Array.isArray(batch)) throw new Refusal(400, 'The body is not a batch: it must be { "batch": [events] }.')
  const shared = { context, integrations }
  if (isDeeperThan(shared, MAX_DEPTH)) {
    throw new Refusal(400, `The context and integrations of the batch are nested more than ${MAX_DEPTH} levels deep.`)
  }
  // The shared values count as part of each event. Otherwise a small body could become thousands of large events.
  const limit = MAX_EVENT - (Buffer.byteLength(JSON.stringify(shared)) - '{}'.length)
  const events = checkAll(batch, 'batch', length, limit).map((event) => withShared(event, shared))
  return { events, sentAt }
}

/** Adds the batch's shared values to one of its events. The event's own values take precedence. */
function withShared(event: IncomingEvent, shared: Readonly<Record<string, unknown>>): IncomingEvent {
  const merged = Object.entries(shared).flatMap(([key, value]) => {
    const own = event[key] ?? {}
    return isRecord(value) && isRecord(own) ? [[key, { ...value, ...own }]] : []
  })
  return merged.length === 0 ? event : { ...event, ...(Object.fromEntries(merged) as IncomingEvent) }
}

function checkAll(events: readonly unknown[], name: string, length: number, limit = MAX_EVENT): IncomingEvent[] {
  if (events.length > MAX_EVENTS) {
    throw new Refusal(400, `A batch may contain at most ${MAX_EVENTS} events. This one contains ${events.length}.`)
  }
  return events.map((event, index) => check(event, `${name}[${index}]`, length, limit))
}

/**
 * @param length the body's length in bytes
 * @param limit the maximum length of the event in bytes
 */
function check(event: unknown, place: string, length: number, limit = MAX_EVENT): IncomingEvent {
  if (!isRecord(event)) throw new Refusal(400, `${place} is not an event: it must be an object.`)
  const { type, event: name, messageId } = event
  if (!EVENT_TYPES.some((one) => one === type)) {
    throw new Refusal(400, `${place}.type must be one of ${EVENT_TYPES.join(', ')}.`)
  }
  if (type === 'track' && (typeof name !== 'string' || name.trim() === '')) {
    throw new Refusal(400, `${place}.event must be the name of the event.`)
  }
  if (messageId !== undefined && messageId !== null && typeof messageId !== 'string') {
    throw new Refusal(400, `${place}.messageId must be a string.`)
  }
  if (isDeeperThan(event, MAX_DEPTH)) throw new Refusal(400, `${place} is nested more than ${MAX_DEPTH} levels deep.`)
  // If the body is within the limit for one event, so is each of its events.
  if (length > MAX_EVENT && Buffer.byteLength(JSON.stringify(event)) > limit) {
    const shared = limit < MAX_EVENT ? ', with the context and integrations of its batch' : ''
    throw new Refusal(400, `${place} is larger than ${MAX_EVENT / 1024} kB${shared}.`)
  }
  return event
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(one, levels - 1))
}
