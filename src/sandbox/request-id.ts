import { randomInt } from 'node:crypto'

/** Creates a request ID in TikTok's format: the UTC time to the second, then twelve random digits. */
export function requestId(now: Date): string {
  const second = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${second}${String(randomInt(1e12)).padStart(12, '0')}`
}
