import { readAnswer, type Verdict } from '../../../src/shared/events-api/read-answer'

/** TikTok's answer as it comes over the wire. */
const answer = (code: unknown) => JSON.stringify({ code, message: 'Said.', request_id: '2026', data: {} })

const CODES: Readonly<Record<Verdict, readonly number[]>> = {
  accepted: [0, 20001, 40050],
  busy: [40100, 40016, 40132, 40133, 61000],
  unavailable: [40202, 50000, 50002, 51000, 51001, 52340, 53998, 53999, 60001],
  token: [40101, 40102, 40104, 40105, 40106, 40113, 40115, 40116, 40117, 40118, 40119, 40124, 40125, 40130],
  forbidden: [40001],
  refused: [
    40000, 40002, 40061, 40062, 40063, 40700, 1, -1, 200, 20000, 40003, 40114, 40120, 50001, 50999, 54000, 99999
  ]
}
const cases = Object.entries(CODES).flatMap(([verdict, codes]) => codes.map((code) => ({ code, verdict })))

describe('the code decides', () => {
  test.each(cases)('$code: $verdict', ({ code, verdict }) => {
    expect(readAnswer(200, answer(code))).toStrictEqual({
      verdict,
      status: 200,
      code,
      message: 'Said.',
      requestId: '2026'
    })
  })
  test.each([
    { status: 401, code: 40100, verdict: 'busy' },
    { status: 401, code: 40001, verdict: 'forbidden' },
    { status: 403, code: 40105, verdict: 'token' },
    { status: 429, code: 40002, verdict: 'refused' },
    { status: 500, code: 0, verdict: 'accepted' },
    { status: 404, code: 50000, verdict: 'unavailable' }
  ])('also where HTTP $status says something else than $code', ({ status, code, verdict }) => {
    expect(readAnswer(status, answer(code))).toStrictEqual({
      verdict,
      status,
      code,
      message: 'Said.',
      requestId: '2026'
    })
  })
  test('also as text', () => {
    const said = { message: 'Said.', requestId: '2026' }
    expect(readAnswer(200, answer('0'))).toStrictEqual({ verdict: 'accepted', status: 200, code: 0, ...said })
    expect(readAnswer(401, answer('40100'))).toStrictEqual({ verdict: 'busy', status: 401, code: 40100, ...said })
  })
  test('without a message and a request id that are text', () => {
    const content = JSON.stringify({ code: 40002, message: null, request_id: 7 })
    expect(readAnswer(200, content)).toStrictEqual({ verdict: 'refused', status: 200, code: 40002 })
  })
})

/** Bodies that hold JSON, or nothing at all, but no code. */
const CODELESS = [
  '',
  ' \n',
  '{}',
  'null',
  '[]',
  '"OK"',
  '7',
  '{"code":null}',
  '{"code":""}',
  '{"code":"zero"}',
  '[{"code":0}]'
]
const NOT_JSON = ['<html><body>502 Bad Gateway</body></html>', 'OK', '{"code":0', 'undefined']

/** The verdict on a body without a code, by its HTTP status. */
const STATUSES: readonly { status: number; verdict: Verdict }[] = [
  { status: 300, verdict: 'unavailable' },
  { status: 302, verdict: 'unavailable' },
  { status: 304, verdict: 'unavailable' },
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

describe('without a code the HTTP status decides', () => {
  describe.each(STATUSES)('$status: $verdict', ({ status, verdict }) => {
    test.each([...CODELESS, ...NOT_JSON])('%j', (content) => {
      expect(readAnswer(status, content)).toStrictEqual({ verdict, status })
    })
  })
  describe.each([200, 201, 204])('%d', (status) => {
    test.each(CODELESS)('with %j is a success', (content) => {
      expect(readAnswer(status, content)).toStrictEqual({ verdict: 'accepted', status })
    })
    test.each(NOT_JSON)('with %j, which is no JSON, can be sent again', (content) => {
      expect(readAnswer(status, content)).toStrictEqual({ verdict: 'unavailable', status })
    })
  })
})
