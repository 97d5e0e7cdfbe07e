import type { JSONObject } from '@segment/actions-core'
import { isRecord, toText } from '../../shared/coerce'
import type { Piece } from './piece'
import type { RawRecord } from './record'

/** What a line of a rejects file holds, and a dead letter of the relay. */
const REJECT_KEYS = ['status', 'message', 'event']

/** The event of a line or of an element of an array, or why it is none. */
export function parsePiece({ line, text, problem }: Piece): RawRecord {
  if (problem !== undefined) return { line, problem, given: text.trim() }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { line, problem: 'This is not JSON.', given: text.trim() }
  }
  const event = isReject(value) ? value.event : value
  if (!isRecord(event)) return { line, problem: 'This is no event: an event is a JSON object.', given: event }
  if (toText(event['type']) === undefined) {
    return { line, problem: 'The event has no type, such as track, page or identify.', given: event }
  }
  return { line, event: event as JSONObject }
}

/** Is it a line of a rejects file, or a dead letter? Then its event is what was rejected. */
function isReject(value: unknown): value is { readonly event: unknown } {
  return isRecord(value) && REJECT_KEYS.every((key) => key in value) && !('type' in value)
}
