import { randomInt } from 'node:crypto'

/** A request id as TikTok gives them: the second in UTC, then twelve digits at random. */
export function requestId(now: Date): string {
  const second = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${second}${String(randomInt(1e12)).padStart(12, '0')}`
}
