const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * Exponential backoff with full jitter, in milliseconds: a random time up to 1, 2, 4 … seconds.
 * @param tries the number of failed tries, from 1
 * @param random returns a number from 0 to 1, 1 excluded
 * @param most the longest wait, in milliseconds
 */
export function backoff(tries: number, random: () => number, most = 5 * MINUTE): number {
  return Math.ceil(random() * Math.min(most, SECOND * 2 ** Math.min(tries - 1, 30)))
}
