const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * Exponential backoff with full jitter, in milliseconds: a random time up to 1, 2, 4 … seconds.
 * @param attempts the number of failed attempts, at least 1
 * @param random returns a number from 0 to 1, 1 excluded
 * @param maxWait the longest wait, in milliseconds; by default 5 minutes
 */
export function backoff(attempts: number, random: () => number, maxWait = 5 * MINUTE): number {
  return Math.ceil(random() * Math.min(maxWait, SECOND * 2 ** Math.min(attempts - 1, 30)))
}
