import { backoff } from '../../src/runtime/backoff'

describe('backoff', () => {
  it('is random up to a limit that doubles until the maximum', () => {
    const longest = (tries: number, most?: number) => backoff(tries, () => 0.999999, most)
    expect([1, 2, 3, 10, 100].map((tries) => longest(tries))).toStrictEqual([1000, 2000, 4000, 300_000, 300_000])
    expect(longest(10, 30_000)).toBe(30_000)
    expect(backoff(10, () => 0)).toBe(0)
  })
})
