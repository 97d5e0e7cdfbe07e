import { APIError, InvalidAuthenticationError, RetryableError } from '@segment/actions-core'
import type { FixedFault } from '../../../src/sandbox'
import { purchase, run, type Run } from '../../support/conversions'
import { describeError, type Failure, rejection } from '../../support/failure'
import { useSandbox } from '../../support/use-sandbox'

const running = useSandbox()

/** The error of one event, without the request ID, which is random. */
async function failureOf(options: Run = {}): Promise<Failure> {
  const failure = describeError(await rejection(run(running.sandbox, purchase(), options)))
  return { ...failure, message: failure.message.replace(/request \d{26}/, 'request ID') }
}

const BUSY = 'TikTok received too many requests. Send the event again later.'
const UNAVAILABLE = 'TikTok could not be reached or could not process the request. Send the event again later.'
const TOKEN =
  'TikTok does not accept the access token. Generate a new one in TikTok Events Manager and enter it in the settings.'
const FORBIDDEN =
  'The access token has no permission for this pixel or event set. Check its ID in the settings, or generate a token as an admin or operator of its advertiser account.'
const REFUSED = 'TikTok refused the event. Read its message, then correct the mapping or the event.'

const busy = (message: string): Failure => ({
  class: RetryableError,
  message: `${BUSY} ${message}`,
  code: 'RETRYABLE_ERROR',
  status: 429
})
const unavailable = (message: string, status = 503): Failure => ({
  class: RetryableError,
  message: `${UNAVAILABLE} ${message}`,
  code: 'RETRYABLE_ERROR',
  status
})
const token = (message: string): Failure => ({
  class: InvalidAuthenticationError,
  message: `${TOKEN} ${message}`,
  code: 'INVALID_AUTHENTICATION',
  status: 401
})
const refused = (message: string, status = 400): Failure => ({
  class: APIError,
  message: `${REFUSED} ${message}`,
  code: String(status),
  status
})
const forbidden = (message: string): Failure => ({
  class: APIError,
  message: `${FORBIDDEN} ${message}`,
  code: '403',
  status: 403
})
const said = (code: number, message = `Error ${code}`) => `TikTok's message: ${message} (code ${code}, request ID)`

const HTML = '<html><body>Bad Gateway</body></html>'

describe('every failure becomes an error of the framework', () => {
  test.each<{ fault: FixedFault; failure: Failure }>([
    { fault: { code: 40100 }, failure: busy(said(40100, 'Too many requests. Please retry in some time.')) },
    { fault: { code: 40100, status: 401, message: 'Slow.' }, failure: busy(said(40100, 'Slow.')) },
    ...[40016, 40132, 40133, 61000].map((code) => ({ fault: { code }, failure: busy(said(code)) })),
    { fault: { code: 50000 }, failure: unavailable(said(50000, 'System error')) },
    { fault: { code: 50002, status: 500 }, failure: unavailable(said(50002), 500) },
    ...[40006, 40010, 40051, 40202, 41000, 41001, 51000, 53999, 60001].map((code) => ({
      fault: { code },
      failure: unavailable(said(code))
    })),
    { fault: { code: 40104 }, failure: token(said(40104, 'Access-Token is missing.')) },
    ...[40101, 40102, 40103, 40106, 40107, 40110, 40113, 40115, 40119, 40124, 40130].map((code) => ({
      fault: { code },
      failure: token(said(code))
    })),
    { fault: { code: 40001 }, failure: forbidden(said(40001)) },
    ...[40000, 40061, 40700, 54321].map((code) => ({ fault: { code }, failure: refused(said(code)) })),
    { fault: { code: 40002, status: 422, message: 'Bad.' }, failure: refused(said(40002, 'Bad.')) },
    { fault: { status: 200, body: HTML }, failure: unavailable('(HTTP 200)') },
    ...['{"code":"INVALID"}', '[{"code":0}]', '"Service Unavailable"', 'null'].map((body) => ({
      fault: { status: 200, body, contentType: 'application/json' },
      failure: unavailable('(HTTP 200)')
    })),
    { fault: { status: 200, body: '{"code":0', contentType: 'application/json' }, failure: unavailable('(HTTP 200)') },
    { fault: { status: 502, body: HTML }, failure: unavailable('(HTTP 502)', 502) },
    { fault: { status: 504 }, failure: unavailable('(HTTP 504)', 504) },
    { fault: { status: 408 }, failure: unavailable('(HTTP 408)') },
    { fault: { status: 429, body: HTML }, failure: busy('(HTTP 429)') },
    { fault: { status: 401, body: HTML }, failure: token('(HTTP 401)') },
    { fault: { status: 403, body: '{}', contentType: 'application/json' }, failure: forbidden('(HTTP 403)') },
    { fault: { status: 404, body: HTML }, failure: refused('(HTTP 404)', 404) },
    { fault: { reset: true }, failure: unavailable('(ECONNRESET)') }
  ])('$fault', async ({ fault, failure }) => {
    running.sandbox.fail(fault)
    expect(await failureOf()).toStrictEqual(failure)
    expect(running.sandbox.requests).toHaveLength(1)
    expect(running.sandbox.accepted).toStrictEqual([])
  })

  test('a time-out', async () => {
    running.sandbox.fail({ delay: 2000 })
    expect(await failureOf({ request: { timeout: 50 } })).toStrictEqual(unavailable('(ETIMEDOUT)'))
  })
  test('an abort of the host', async () => {
    running.sandbox.fail({ delay: 2000 })
    const failure = await failureOf({ signal: AbortSignal.timeout(50) })
    expect(failure).toStrictEqual(unavailable('(REQUESTTIMEOUTERROR)'))
  })
})

describe('the destination reports', () => {
  test('a wrong token', async () => {
    const message = 'Access token is incorrect or has been revoked.'
    expect(await failureOf({ settings: { accessToken: 'wrong' } })).toStrictEqual(token(said(40105, message)))
  })
  test('a pixel for which the token has no permission', async () => {
    const message =
      'No permission to operate pixel code: OTHER. You must be an admin or operator of this advertiser account.'
    expect(await failureOf({ settings: { pixelCode: 'OTHER' } })).toStrictEqual(forbidden(said(40001, message)))
  })
  test('a blank token, before anything is sent', async () => {
    expect(await failureOf({ settings: { accessToken: ' ' } })).toStrictEqual({
      class: InvalidAuthenticationError,
      message:
        'The access token is blank or contains invalid characters. Copy it again from TikTok Events Manager into the settings.',
      code: 'INVALID_AUTHENTICATION',
      status: 401
    })
    expect(running.sandbox.requests).toStrictEqual([])
  })
})

describe('answers that count as delivered', () => {
  test.each<FixedFault>([
    { code: 0, status: 500, accept: true },
    { code: 20001, accept: true },
    { code: 40050, accept: true },
    { status: 200, accept: true },
    { status: 204, accept: true },
    { status: 200, body: '{}', contentType: 'application/json', accept: true },
    { status: 200, body: '{"code":0}', contentType: 'text/plain', accept: true }
  ])('%j', async (fault) => {
    running.sandbox.fail(fault)
    await run(running.sandbox, purchase())
    expect(running.sandbox.accepted).toHaveLength(1)
  })
})
