import type { EventFate } from '../entry'
import type { JsonText, LiveEntry } from '../live-message'

/** The source of an event; `unknown` if the root of its request is truncated or has no valid source. */
export type Source = 'web' | 'crm' | 'offline' | 'pixel' | 'unknown'

type JsonObject = Readonly<Record<string, unknown>>

/** One line of the list: an event, or a request without a list of events. */
export interface Row {
  /** Unique among the rows, and the same after a reconnection. */
  readonly key: string
  readonly entry: LiveEntry
  /** Position of the event in its request. */
  readonly index: number
  readonly text: JsonText
  readonly source: Source
  readonly sourceId: string | undefined
  readonly event: string | undefined
  readonly eventId: string | undefined
  readonly value: string | undefined
  readonly matchKeys: readonly string[]
  readonly isAccepted: boolean
  readonly fate: EventFate | undefined
}

/** The rows of an entry: one for each event, or one for the request if it has none. */
export function rowsOf(entry: LiveEntry): Row[] {
  const root = objectOf(parse(entry.root))
  if (entry.events.length === 0) return [rowOf(entry, 0, entry.root, root, {})]
  return entry.events.map((text, index) => rowOf(entry, index, text, root, objectOf(parse(text))))
}

function rowOf(entry: LiveEntry, index: number, text: JsonText, root: JsonObject, event: JsonObject): Row {
  const isPixel = entry.via === 'pixel'
  const properties = objectOf(event['properties'])
  return {
    key: `${entry.position}.${index}`,
    entry,
    index,
    text,
    source: isPixel ? 'pixel' : sourceOf(root['event_source']),
    sourceId: textOf(isPixel ? event['pixel_code'] : root['event_source_id']),
    event: textOf(event['event']),
    eventId: textOf(event['event_id']),
    value: [rounded(properties['value']), properties['currency']].map(textOf).filter(Boolean).join(' ') || undefined,
    matchKeys: presentKeys(event, isPixel),
    isAccepted: entry.fates.length > index && isSuccess(entry),
    fate: entry.fates[index]
  }
}

// Accepted, partly accepted, and a duplicate request.
const SUCCESS_CODES: readonly (number | undefined)[] = [0, 20001, 40050]

function isSuccess({ via, answer }: LiveEntry): boolean {
  return via === 'pixel' || SUCCESS_CODES.includes(answer.code)
}

function sourceOf(value: unknown): Source {
  return value === 'web' || value === 'crm' || value === 'offline' ? value : 'unknown'
}

function presentKeys(event: JsonObject, isPixel: boolean): string[] {
  const user = objectOf(event['user'])
  const names = Object.keys(user).filter((name) => !isEmpty(user[name]))
  const hasLead = !names.includes('lead_id') && !isEmpty(objectOf(event['lead'])['lead_id'])
  // The Pixel calls a phone number `phone_number`. The Events API calls it `phone` and ignores `phone_number`.
  const keys = isPixel ? names.map((name) => (name === 'phone_number' ? 'phone' : name)) : names
  return hasLead ? [...keys, 'lead_id'] : keys
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isEmpty) : value === undefined || value === null || value === ''
}

function parse({ json, fullLength }: JsonText): unknown {
  return fullLength === undefined ? (JSON.parse(json) as unknown) : undefined
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {}
}

/** Rounds away floating-point errors, such as in 139.92999999999998. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(6)) : value
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
