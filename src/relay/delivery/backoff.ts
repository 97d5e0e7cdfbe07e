/** A number from 0 to 1, 1 excluded. */
export type Random = () => number

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * Exponential backoff with full jitter, in milliseconds: anything up to 1, 2, 4 … seconds, 5 minutes at most.
 * @param tries how often it has failed, from 1
 */
export function backoff(tries: number, random: Random, most = 5 * MINUTE): number {
  return Math.ceil(random() * Math.min(most, SECOND * 2 ** Math.min(tries - 1, 30)))
}

/**
 * How long to wait after TikTok said that it received too many requests, in milliseconds. TikTok does not say for how
 * long: until the next second, with each further one in a row twice as long up to 5 minutes; after a limit for the day
 * until 00:00 UTC.
 * @param inRow how many such answers came in a row, from 1
 */
export function rateLimitWait(message: string, inRow: number, now: number): number {
  if (/\b(?:code 40133|daily|per day|QPD)\b/i.test(message)) return untilNext(24 * 60 * MINUTE, now)
  return inRow === 1 ? untilNext(SECOND, now) : Math.min(5 * MINUTE, SECOND * 2 ** (inRow - 1))
}

function untilNext(unit: number, now: number): number {
  return unit - (now % unit)
}
