import { backoff, rateLimitWait } from '../../src/runtime/backoff'

describe('backoff', () => {
  it('is anything up to a time that doubles, and ends at the longest', () => {
    const longest = (tries: number, most?: number) => backoff(tries, () => 0.999999, most)
    expect([1, 2, 3, 10, 100].map((tries) => longest(tries))).toStrictEqual([1000, 2000, 4000, 300_000, 300_000])
    expect(longest(10, 30_000)).toBe(30_000)
    expect(backoff(10, () => 0)).toBe(0)
  })
})

describe('rateLimitWait', () => {
  const now = Date.UTC(2026, 10, 21, 23, 59, 30, 250)

  it('is until the next second at first, and doubles up to five minutes', () => {
    const waits = [1, 2, 3, 20].map((inRow) => rateLimitWait('Too many requests. (code 40100)', inRow, now))
    expect(waits).toStrictEqual([750, 2000, 4000, 300_000])
  })

  it.each(['(code 40133, request 1)', 'Daily quota exceeded.', '10 requests per day'])('is until 00:00 UTC: %s', (text) => {
    expect(rateLimitWait(text, 1, now)).toBe(29_750)
  })
})
