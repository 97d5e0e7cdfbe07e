import { APIError, type IntegrationError, InvalidAuthenticationError, RetryableError } from '@segment/actions-core'
import { quote, quoteRequestId } from './quote'
import type { Answer } from './read-answer'

/** The framework's errors for a request that was not accepted. Each has a message, a code and an HTTP status. */
export type EventsApiError = APIError | IntegrationError | InvalidAuthenticationError | RetryableError

/** An answer to a request that was not accepted. */
export type FailedAnswer = Answer & { verdict: Exclude<Answer['verdict'], 'accepted'> }

/** What happened and what to do about it, by verdict. */
export type Advice = Readonly<Record<FailedAnswer['verdict'], string>>

/** The advice for an event that was not delivered. */
export const ADVICE: Advice = {
  busy: 'TikTok received too many requests. Send the event again later.',
  unavailable: 'TikTok could not be reached or could not process the request. Send the event again later.',
  token:
    'TikTok does not accept the access token. Generate a new one in TikTok Events Manager and enter it in the settings.',
  forbidden:
    'The access token has no permission for this pixel or event set. Check its ID in the settings, or generate a token as an admin or operator of its advertiser account.',
  unresolved: 'TikTok has neither accepted this event nor refused it individually. Send the event again later.',
  refused: 'TikTok refused the event. Read its message, then correct the mapping or the event.'
}

/** The HTTP status codes of server errors that the framework's retryable error accepts. */
const RETRYABLE = [500, 502, 503, 504] as const

/**
 * Creates the error for a failed answer. Its message holds the advice, and TikTok's message, code and request ID.
 * Without a code, it holds the HTTP status, or the reason why no answer came. The HTTP client's error is not set as its
 * cause, because it holds the token and the events.
 * @param answer the failed answer
 * @param token the access token, which the message must not show
 * @param advice the first part of the message
 */
export function toError(answer: FailedAnswer, token: string, advice = ADVICE): EventsApiError {
  const message = [advice[answer.verdict], ...details(answer, token)].join(' ')
  const status = answer.status ?? 503
  switch (answer.verdict) {
    case 'busy':
      return new RetryableError(message, 429)
    case 'unavailable':
      return new RetryableError(message, RETRYABLE.find((retryable) => retryable === status) ?? 503)
    case 'unresolved':
      return new RetryableError(message, 503)
    case 'token':
      return new InvalidAuthenticationError(message)
    case 'forbidden':
      return new APIError(message, 403)
    case 'refused':
      return new APIError(message, answer.code === undefined ? status : 400)
  }
}

/** Whether TikTok did not accept the request. */
export function isFailure(answer: Answer): answer is FailedAnswer {
  return answer.verdict !== 'accepted'
}

function details({ code, message, requestId, reason, status }: Answer, token: string): string[] {
  const quoted = message === undefined ? [] : [`TikTok's message: ${quote(message, token)}`]
  const reference = [
    code === undefined ? (reason ?? `HTTP ${status ?? 'unknown'}`) : `code ${code}`,
    ...(requestId === undefined ? [] : [`request ${quoteRequestId(requestId, token)}`])
  ]
  return [...quoted, `(${reference.join(', ')})`]
}
