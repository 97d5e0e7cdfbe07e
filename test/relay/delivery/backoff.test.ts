import fc from 'fast-check'
import { backoff, rateLimitWait } from '../../../src/relay/delivery/backoff'

const MINUTE = 60_000

it('doubles what it may be with each try, up to 5 minutes', () => {
  const most = [1, 2, 3, 8, 9, 10, 1000].map((tries) => backoff(tries, () => 1))
  expect(most).toStrictEqual([1000, 2000, 4000, 128_000, 256_000, 5 * MINUTE, 5 * MINUTE])
})

it('is anything below that: full jitter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
      expect(backoff(tries, () => random)).toBe(Math.ceil(random * Math.min(5 * MINUTE, 1000 * 2 ** (tries - 1))))
    })
  )
})

describe('after a rate limit', () => {
  const noon = Date.UTC(2026, 10, 20, 12, 0, 0, 250)
  const message = 'Too many requests. Please retry in some time. (code 40100)'

  it('waits until the next second, then twice as long with each in a row, up to 5 minutes', () => {
    const waits = [1, 2, 3, 9, 10, 100].map((inRow) => rateLimitWait(message, inRow, noon))
    expect(waits).toStrictEqual([750, 2000, 4000, 256_000, 5 * MINUTE, 5 * MINUTE])
  })

  it.each(['You reached the daily limit. (code 40100)', '(code 40133)', 'Requests per day: 0 left'])(
    'waits until 00:00 UTC for a limit of the day: %s',
    (text) => {
      expect(rateLimitWait(text, 1, noon)).toBe(12 * 60 * MINUTE - 250)
    }
  )
})
