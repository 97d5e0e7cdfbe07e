import { readAnswer } from '../../../src/shared/events-api/read-answer'
import type { Verdict } from '../../../src/shared/events-api/return-codes'

const NOW = Date.UTC(2026, 10, 20, 12)

const read = (status: number, content: string, headers: Record<string, string> = {}) => {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return readAnswer({ status, content, headers: { get: (name) => values.get(name.toLowerCase()) ?? null } }, NOW)
}

/** TikTok's answer as HTTP response. */
const answer = (code: unknown) => JSON.stringify({ code, message: 'Said.', request_id: '2026', data: {} })
const said = { message: 'Said.', requestId: '2026' }

describe('the code determines the verdict', () => {
  test.each([
    { status: 200, code: 0, verdict: 'accepted' },
    { status: 200, code: 40002, verdict: 'refused' },
    { status: 401, code: 40001, verdict: 'forbidden' },
    { status: 403, code: 40105, verdict: 'token' },
    { status: 429, code: 40002, verdict: 'refused' },
    { status: 500, code: 0, verdict: 'accepted' },
    { status: 404, code: 50000, verdict: 'unavailable' }
  ])('HTTP $status with $code: $verdict', ({ status, code, verdict }) => {
    expect(read(status, answer(code))).toStrictEqual({ verdict, status, code, ...said })
  })

  test('reads a rate limit with HTTP 401', () => {
    expect(read(401, answer(40100))).toStrictEqual({
      verdict: 'busy',
      status: 401,
      code: 40100,
      ...said,
      retryAfter: 1
    })
  })

  test('reads a code that is text', () => {
    expect(read(200, answer('0'))).toStrictEqual({ verdict: 'accepted', status: 200, code: 0, ...said })
    expect(read(500, answer('40105'))).toStrictEqual({ verdict: 'token', status: 500, code: 40105, ...said })
  })

  test.each([null, 7, '', 'with space', 'a@b', 'x'.repeat(65)])('the request id %j is left out', (request_id) => {
    const content = JSON.stringify({ code: 40002, message: null, request_id })
    expect(read(200, content)).toStrictEqual({ verdict: 'refused', status: 200, code: 40002 })
  })

  test('cuts a long message', () => {
    const content = JSON.stringify({ code: 40002, message: 'x'.repeat(10_001) })
    expect(read(200, content).message).toBe('x'.repeat(10_000))
  })
})

/** Bodies that are JSON without a code. */
const CODELESS = [
  'null',
  '[]',
  '""',
  '"OK"',
  '"Service Unavailable"',
  '7',
  '0',
  'true',
  '{"code":null}',
  '{"code":""}',
  '{"code":"INVALID"}',
  '{"code":{}}',
  '{"message":"OK"}',
  '[{"code":0}]'
]
const NOT_JSON = ['<html><body>502 Bad Gateway</body></html>', 'OK', '{"code":0', 'undefined']
const EMPTY = ['', ' \n', '{}', ' { } ']

/** The verdict on a body without a code, by the HTTP status. */
const STATUSES: readonly { status: number; verdict: Verdict }[] = [
  { status: 199, verdict: 'unavailable' },
  { status: 300, verdict: 'unavailable' },
  { status: 302, verdict: 'unavailable' },
  { status: 304, verdict: 'unavailable' },
  { status: 399, verdict: 'unavailable' },
  { status: 400, verdict: 'refused' },
  { status: 401, verdict: 'token' },
  { status: 402, verdict: 'refused' },
  { status: 403, verdict: 'forbidden' },
  { status: 404, verdict: 'refused' },
  { status: 408, verdict: 'unavailable' },
  { status: 413, verdict: 'refused' },
  { status: 422, verdict: 'refused' },
  { status: 429, verdict: 'busy' },
  { status: 499, verdict: 'refused' },
  { status: 500, verdict: 'unavailable' },
  { status: 502, verdict: 'unavailable' },
  { status: 503, verdict: 'unavailable' },
  { status: 504, verdict: 'unavailable' },
  { status: 599, verdict: 'unavailable' }
]

describe('the HTTP status determines the verdict if there is no code', () => {
  describe.each(STATUSES)('$status: $verdict', ({ status, verdict }) => {
    test.each([...EMPTY, ...CODELESS, ...NOT_JSON])('%j', (content) => {
      expect(read(status, content)).toStrictEqual({ verdict, status })
    })
  })

  describe.each([200, 201, 204, 299])('%d', (status) => {
    test.each(EMPTY)('with %j is a success', (content) => {
      expect(read(status, content)).toStrictEqual({ verdict: 'accepted', status })
    })
    test.each([...CODELESS, ...NOT_JSON])(
      'with %j is retryable, because it does not confirm that TikTok accepted the events',
      (content) => {
        expect(read(status, content)).toStrictEqual({ verdict: 'unavailable', status })
      }
    )
  })
})

describe('the Retry-After header', () => {
  test.each([
    { value: '120', retryAfter: 120 },
    { value: ' 0 ', retryAfter: 0 },
    { value: '86401', retryAfter: 86_400 },
    { value: 'Fri, 20 Nov 2026 12:00:30 GMT', retryAfter: 30 },
    { value: 'Fri, 20 Nov 2026 12:00:00 GMT', retryAfter: 0 },
    { value: 'Fri, 20 Nov 2027 12:00:00 GMT', retryAfter: 86_400 }
  ])('$value: $retryAfter s', ({ value, retryAfter }) => {
    const headers = { 'Retry-After': value }
    expect(read(429, '', headers)).toStrictEqual({ verdict: 'busy', status: 429, retryAfter })
    expect(read(503, '', headers)).toStrictEqual({ verdict: 'unavailable', status: 503, retryAfter })
    expect(read(200, answer(40133), headers)).toStrictEqual({
      verdict: 'busy',
      status: 200,
      code: 40133,
      ...said,
      retryAfter
    })
  })

  test.each(['', '-1', '1.5.', 'soon', 'Fri, 20 Nov 2026 11:59:59 GMT'])('%j is ignored', (value) => {
    expect(read(429, '', { 'Retry-After': value })).toStrictEqual({ verdict: 'busy', status: 429 })
  })

  test('is read only if the request can be sent again', () => {
    const headers = { 'Retry-After': '120' }
    for (const status of [200, 400, 401, 403]) expect(read(status, '', headers)).not.toHaveProperty('retryAfter')
  })

  test('may be missing together with all other headers', () => {
    expect(readAnswer({ status: 429, content: '' }, NOW)).toStrictEqual({ verdict: 'busy', status: 429 })
  })
})
