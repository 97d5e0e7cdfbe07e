import { ActionDestinationErrorResponse, ActionDestinationSuccessResponse } from '@segment/actions-core'
import { rejected, verdictOf } from '../../src/runtime/outcome'

const failure = (status: number, details: { sent?: object; body?: unknown } = {}) =>
  verdictOf(new ActionDestinationErrorResponse({ status, errormessage: 'No.', ...(details as object) }))

describe('the verdict on an event of a batch', () => {
  it.each([
    { status: 400, verdict: 'rejected' },
    { status: 401, verdict: 'denied' },
    { status: 403, verdict: 'denied' },
    { status: 404, verdict: 'rejected' },
    { status: 408, verdict: 'retry' },
    { status: 429, verdict: 'retry' },
    { status: 499, verdict: 'rejected' },
    { status: 500, verdict: 'retry' },
    { status: 503, verdict: 'retry' }
  ])('$status of an event that was sent is $verdict', ({ status, verdict }) => {
    expect(failure(status, { sent: {} })).toStrictEqual({ status: verdict, httpStatus: status, message: 'No.' })
  })

  it('500 of an event that was not sent is rejected', () => {
    expect(failure(500)).toStrictEqual({ status: 'rejected', httpStatus: 500, message: 'No.' })
  })

  it('has the request ID, and the wait of an event to retry only', () => {
    const body = { request_id: 'r1', retry_after: 30 }
    expect(failure(429, { body })).toStrictEqual({
      status: 'retry',
      httpStatus: 429,
      message: 'No.',
      requestId: 'r1',
      retryAfter: 30
    })
    expect(failure(400, { body })).toStrictEqual({
      status: 'rejected',
      httpStatus: 400,
      message: 'No.',
      requestId: 'r1'
    })
    expect(failure(429, { body: { request_id: 1, retry_after: '30' } })).toStrictEqual({
      status: 'retry',
      httpStatus: 429,
      message: 'No.'
    })
  })

  it('is delivered for an entry without an error', () => {
    const entry = new ActionDestinationSuccessResponse({ status: 200, sent: {}, body: { request_id: 'r1' } })
    expect(verdictOf(entry)).toStrictEqual({
      status: 'delivered',
      httpStatus: 200,
      message: 'TikTok accepted the event.',
      requestId: 'r1'
    })
  })

  it('is retry without an entry', () => {
    expect(verdictOf(undefined)).toStrictEqual({
      status: 'retry',
      httpStatus: 500,
      message: 'The action returned no result for the event.'
    })
  })
})

it.each([
  { error: new TypeError('Bad.'), message: 'Bad.' },
  {
    error: Object.assign(new Error('All.'), {
      *[Symbol.iterator]() {
        yield* [new Error('A.'), new Error('B.')]
      }
    }),
    message: 'A. B.'
  },
  { error: new Error(''), message: 'The mapping failed on this event.' },
  { error: { message: 'not an error' }, message: 'The mapping failed on this event.' },
  { error: undefined, message: 'The mapping failed on this event.' }
])('an event whose mapping throws $error is rejected with the message "$message"', ({ error, message }) => {
  expect(rejected(error)).toStrictEqual({ status: 'rejected', httpStatus: 400, message })
})
