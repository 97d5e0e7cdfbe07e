import type { Answer } from './read-answer'
import { returnCode } from './return-codes'

/** Fields of the request that all its events share. */
const SHARED_FIELD = /\b(?:event_source|event_source_id|test_event_code|partner_name)\b/

/** Can a single event of the request be what TikTok refused? */
export function isSearchable(answer: Answer): boolean {
  return (answer.code !== undefined && returnCode(answer.code).fault === 'event') || isTooLarge(answer)
}

/** Was it the request's size? Then its parts may all be healthy. */
export function isTooLarge(answer: Answer): boolean {
  return answer.code === undefined && answer.status === 413
}

/**
 * The positions in `data` that a refusal names, e.g. 3 for `Invalid value for data.3.event_id: not a valid string.`
 * @param answer the refusal
 * @param length how many events the request had: a position beyond names none of them
 */
export function namedPositions(answer: Answer, length: number): ReadonlySet<number> {
  const named = [...(answer.message ?? '').matchAll(/\b(?:data|batch)[.[](\d+)/gi)].map(([, digits]) => Number(digits))
  return new Set(named.filter((position) => position < length))
}

/** Does a refusal name a field that all events of the request share? Then no event can be taken out to mend it. */
export function concernsWholeRequest(answer: Answer): boolean {
  return namedPositions(answer, Infinity).size === 0 && SHARED_FIELD.test(answer.message ?? '')
}
