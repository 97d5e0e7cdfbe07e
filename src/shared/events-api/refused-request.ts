import type { Answer } from './read-answer'
import { PARTIAL_SUCCESS, returnCode } from './return-codes'

/** A field that all events share, named in a message before its first colon. After the colon come values of events. */
const SHARED_FIELD = /^[^:]*\b(?:event_source|event_source_id|test_event_code|partner_name)\b/

/** Whether TikTok may have refused the request because of a single bad event. */
export function mayBlameOneEvent(refusal: Answer): boolean {
  return refusal.code !== undefined && returnCode(refusal.code).fault === 'event'
}

/** Whether the request was too large. Its halves may be small enough, and all of its events may be good. */
export function isTooLarge(refusal: Answer): boolean {
  return refusal.code === undefined && refusal.status === 413
}

/** Whether TikTok refused the request because of a field that all its events share. If so, all of them are rejected. */
export function blamesSharedField(refusal: Answer): boolean {
  if (refusal.code === undefined) return false
  if (returnCode(refusal.code).fault === 'request') return true
  return namedPositions(refusal, Infinity).size === 0 && SHARED_FIELD.test(refusal.message ?? '')
}

/**
 * The positions in `data` that a message names, e.g. 3 for `Invalid value for data.3.event_id: not a valid string.`
 * @param answer the answer with the message
 * @param length the number of events in the request; positions beyond it are ignored
 */
export function namedPositions(answer: Answer, length: number): ReadonlySet<number> {
  const matches = (answer.message ?? '').matchAll(/\b(?:data|batch)[.[](\d+)/gi)
  const positions = Array.from(matches, ([, digits]) => Number(digits))
  return new Set(positions.filter((position) => position < length))
}

/**
 * The positions of bad events that TikTok's message names, if TikTok refused several events because of one of them. The
 * positions may be wrong.
 * @param refusal the answer with the message
 * @param length the number of events in the request
 */
export function refusedPositions(refusal: Answer, length: number): ReadonlySet<number> {
  return mayBlameOneEvent(refusal) && length > 1 ? namedPositions(refusal, length) : new Set()
}

/**
 * The positions of the events that TikTok refused in a request that it accepted in part (code 20001). They are a guess,
 * because TikTok does not document this code for `event/track/`, so each of these events is sent again alone. A request
 * with a single event has none.
 */
export function partlyRefusedPositions(answer: Answer, length: number): ReadonlySet<number> {
  return answer.code === PARTIAL_SUCCESS && length > 1 ? namedPositions(answer, length) : new Set()
}
