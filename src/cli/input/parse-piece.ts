import type { JSONObject } from '@segment/actions-core'
import { isRecord, toText } from '../../shared/coerce'
import type { Piece } from './piece'
import type { RawRecord } from './record'

/** The keys that a line of a rejects file and a dead letter of the relay both have. */
const REJECT_KEYS = ['status', 'message', 'event']

/** Parses a line or an array element. Returns the event, or the reason why it is not one. */
export function parsePiece({ line, text, problem }: Piece): RawRecord {
  if (problem !== undefined) return { line, problem, given: text.trim() }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { line, problem: 'This is not JSON.', given: text.trim() }
  }
  const event = isReject(value) ? value.event : value
  if (!isRecord(event)) return { line, problem: 'This is not an event: an event is a JSON object.', given: event }
  if (toText(event['type']) === undefined) {
    return { line, problem: 'The event has no type, such as track, page or identify.', given: event }
  }
  return { line, event: event as JSONObject }
}

/** Whether a value is a line of a rejects file or a dead letter. Its `event` is the rejected event. */
function isReject(value: unknown): value is { readonly event: unknown } {
  return isRecord(value) && REJECT_KEYS.every((key) => key in value) && !('type' in value)
}
