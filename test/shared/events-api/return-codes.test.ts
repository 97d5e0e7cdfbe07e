import * as fc from 'fast-check'
import { rateLimitWait, returnCode, type Verdict } from '../../../src/shared/events-api/return-codes'

const CODES: Readonly<Record<Verdict, readonly number[]>> = {
  accepted: [0, 20001, 40050],
  busy: [40100, 40016, 40132, 40133, 61000],
  unavailable: [40006, 40010, 40051, 40202, 41000, 41001, 50000, 50002, 51000, 51001, 52340, 53998, 53999, 60001],
  token: [
    40101, 40102, 40103, 40104, 40105, 40106, 40107, 40110, 40113, 40115, 40116, 40117, 40118, 40119, 40124, 40125,
    40130
  ],
  forbidden: [40001],
  refused: [
    40000, 40002, 40061, 40062, 40063, 40700, 1, -1, 200, 20000, 40003, 40114, 40120, 50001, 50999, 54000, 99999
  ]
}
const cases = Object.entries(CODES).flatMap(([verdict, codes]) => codes.map((code) => ({ code, verdict })))

test.each(cases)('$code means $verdict', ({ code, verdict }) => {
  expect(returnCode(code).verdict).toBe(verdict)
})

test('every other code means refused', () => {
  const known = new Set(Object.values(CODES).flat())
  fc.assert(
    fc.property(
      fc.integer({ min: -1, max: 100_000 }).filter((code) => !known.has(code) && (code < 51000 || code > 53999)),
      (code) => {
        expect(returnCode(code)).toStrictEqual({ verdict: 'refused' })
      }
    )
  )
})

test('the fault of a refusal is an event or a field that all events share', () => {
  const faults = cases.map(({ code }) => ({ code, fault: returnCode(code).fault })).filter(({ fault }) => fault)
  expect(faults).toStrictEqual([
    { code: 40000, fault: 'event' },
    { code: 40002, fault: 'event' },
    { code: 40061, fault: 'event' },
    { code: 40062, fault: 'event' },
    { code: 40063, fault: 'request' },
    { code: 40700, fault: 'event' }
  ])
})

describe('the wait after a rate limit', () => {
  const noon = Date.UTC(2026, 10, 20, 12, 0, 0, 999)

  test.each([
    { code: 40100, wait: 1 },
    { code: 40016, wait: 60 },
    { code: 40132, wait: 60 },
    { code: 40133, wait: 60 },
    { code: 61000, wait: 60 }
  ])('is $wait s for the code $code', ({ code, wait }) => {
    expect(rateLimitWait(code, undefined, noon)).toBe(wait)
    expect(rateLimitWait(code, 'Too many requests. Please retry in some time.', noon)).toBe(wait)
  })

  test.each([
    { limit: 'QPS', wait: 1 },
    { limit: 'QPM', wait: 300 },
    { limit: 'QPD', wait: 43_200 }
  ])('is $wait s if the message names the limit $limit', ({ limit, wait }) => {
    expect(rateLimitWait(40016, `App 123 reaches the ${limit} limit 10, current ${limit} is 11`, noon)).toBe(wait)
  })

  test('a daily limit lasts until 00:00 UTC', () => {
    const wait = (now: number) => rateLimitWait(40100, 'QPD', now)
    expect(wait(Date.UTC(2026, 10, 20))).toBe(86_400)
    expect(wait(Date.UTC(2026, 10, 20, 23, 59, 59))).toBe(1)
  })

  test.each(['the aQPDx limit', 'qps', 'QPX'])('"%s" names no limit', (message) => {
    expect(rateLimitWait(40100, message, noon)).toBe(1)
  })

  test('other codes have no wait', () => {
    const others = cases.filter(({ verdict }) => verdict !== 'busy')
    expect(others.filter(({ code }) => rateLimitWait(code, 'QPS', noon) !== undefined)).toStrictEqual([])
  })
})
