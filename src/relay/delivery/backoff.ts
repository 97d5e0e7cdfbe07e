/** A number from 0 to 1, 1 excluded. */
export type Random = () => number

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * Exponential backoff with full jitter, in milliseconds: a random time up to 1, 2, 4 … seconds, at most 5 minutes.
 * @param tries the number of failed tries, from 1
 */
export function backoff(tries: number, random: Random, most = 5 * MINUTE): number {
  return Math.ceil(random() * Math.min(most, SECOND * 2 ** Math.min(tries - 1, 30)))
}

/**
 * How long to wait after a rate limit, in milliseconds, because TikTok's answer does not include the wait. After a
 * limit for the day it lasts until 00:00 UTC. Otherwise it lasts until the next second, and doubles with each further
 * such answer in a row, up to 5 minutes.
 * @param inRow the number of such answers in a row, from 1
 */
export function rateLimitWait(message: string, inRow: number, now: number): number {
  if (/\b(?:code 40133|daily|per day|QPD)\b/i.test(message)) return untilNext(24 * 60 * MINUTE, now)
  return inRow === 1 ? untilNext(SECOND, now) : Math.min(5 * MINUTE, SECOND * 2 ** (inRow - 1))
}

function untilNext(unit: number, now: number): number {
  return unit - (now % unit)
}
