import { APIError, InvalidAuthenticationError, RetryableError } from '@segment/actions-core'
import { type FailedAnswer, toError } from '../../../src/shared/events-api/errors'
import { describeError, type Failure } from '../../support/failure'

interface Case extends Failure {
  answer: FailedAnswer
}

const said = { message: 'Said.', requestId: '2026' }
const BUSY = 'TikTok received too many requests. Send the event again later.'
const UNAVAILABLE = 'TikTok could not be reached or could not process the request. Send the event again later.'
const TOKEN =
  'TikTok does not accept the access token. Generate a new one in TikTok Events Manager and enter it in the settings.'
const FORBIDDEN =
  'The access token has no permission for this pixel or event set. Check its ID in the settings, or generate a token as an admin or operator of its advertiser account.'
const REFUSED = 'TikTok refused the event. Read its message, then correct the mapping or the event.'

test.each<Case>([
  {
    answer: { verdict: 'busy', status: 401, code: 40100, ...said },
    class: RetryableError,
    message: `${BUSY} TikTok's message: Said. (code 40100, request 2026)`,
    code: 'RETRYABLE_ERROR',
    status: 429
  },
  {
    answer: { verdict: 'busy', status: 429 },
    class: RetryableError,
    message: `${BUSY} (HTTP 429)`,
    code: 'RETRYABLE_ERROR',
    status: 429
  },
  {
    answer: { verdict: 'unavailable', status: 200, code: 50000, ...said },
    class: RetryableError,
    message: `${UNAVAILABLE} TikTok's message: Said. (code 50000, request 2026)`,
    code: 'RETRYABLE_ERROR',
    status: 503
  },
  ...[500, 502, 503, 504].map((status): Case => ({
    answer: { verdict: 'unavailable', status },
    class: RetryableError,
    message: `${UNAVAILABLE} (HTTP ${status})`,
    code: 'RETRYABLE_ERROR',
    status
  })),
  ...[200, 302, 408, 501, 599].map((status): Case => ({
    answer: { verdict: 'unavailable', status },
    class: RetryableError,
    message: `${UNAVAILABLE} (HTTP ${status})`,
    code: 'RETRYABLE_ERROR',
    status: 503
  })),
  {
    answer: { verdict: 'unavailable', reason: 'ECONNRESET' },
    class: RetryableError,
    message: `${UNAVAILABLE} (ECONNRESET)`,
    code: 'RETRYABLE_ERROR',
    status: 503
  },
  {
    answer: { verdict: 'unavailable' },
    class: RetryableError,
    message: `${UNAVAILABLE} (HTTP unknown)`,
    code: 'RETRYABLE_ERROR',
    status: 503
  },
  {
    answer: { verdict: 'token', status: 200, code: 40105, ...said },
    class: InvalidAuthenticationError,
    message: `${TOKEN} TikTok's message: Said. (code 40105, request 2026)`,
    code: 'INVALID_AUTHENTICATION',
    status: 401
  },
  {
    answer: { verdict: 'token', status: 401 },
    class: InvalidAuthenticationError,
    message: `${TOKEN} (HTTP 401)`,
    code: 'INVALID_AUTHENTICATION',
    status: 401
  },
  {
    answer: { verdict: 'forbidden', status: 200, code: 40001, ...said },
    class: APIError,
    message: `${FORBIDDEN} TikTok's message: Said. (code 40001, request 2026)`,
    code: '403',
    status: 403
  },
  {
    answer: { verdict: 'forbidden', status: 403 },
    class: APIError,
    message: `${FORBIDDEN} (HTTP 403)`,
    code: '403',
    status: 403
  },
  {
    answer: { verdict: 'refused', status: 200, code: 40002, ...said },
    class: APIError,
    message: `${REFUSED} TikTok's message: Said. (code 40002, request 2026)`,
    code: '400',
    status: 400
  },
  {
    answer: { verdict: 'refused', status: 422, code: 40002 },
    class: APIError,
    message: `${REFUSED} (code 40002)`,
    code: '400',
    status: 400
  },
  ...[400, 404, 413].map((status): Case => ({
    answer: { verdict: 'refused', status },
    class: APIError,
    message: `${REFUSED} (HTTP ${status})`,
    code: String(status),
    status
  }))
])('$answer becomes an error with the status $status', ({ answer, ...failure }) => {
  expect(describeError(toError(answer, 'the-token'))).toStrictEqual(failure)
})

test('the message and the request ID contain no token', () => {
  const answer = { verdict: 'token', code: 40105, message: 'Bad secret-1.', requestId: 'secret-1' } as const
  const wanted = `${TOKEN} TikTok's message: Bad [token]. (code 40105, request [token])`
  expect(toError(answer, 'secret-1').message).toBe(wanted)
  expect(toError(answer, ' secret-1\n').message).toBe(wanted)
})
