import { APIError, type IntegrationError, InvalidAuthenticationError, RetryableError } from '@segment/actions-core'
import type { Answer, Verdict } from './read-answer'

/** The framework's error for what was not accepted. Each has a message, a code and an HTTP status. */
export type EventsApiError = APIError | IntegrationError | InvalidAuthenticationError | RetryableError

type Failure = Exclude<Verdict, 'accepted'>

/** What happened and what to do, by verdict. */
export type Advice = Readonly<Record<Failure, string>>

/** The advice for events that were not delivered. */
export const ADVICE: Advice = {
  busy: 'TikTok received too many requests. The event can be sent again in some time.',
  unavailable: 'TikTok could not be reached or did not answer as it should. The event can be sent again in some time.',
  token:
    'TikTok does not accept the access token. Generate a new one in TikTok Events Manager and put it into the settings.',
  forbidden:
    'The access token has no right on this pixel or event set. Check its code in the settings, or generate a token as an admin or operator of its advertiser account.',
  refused: 'TikTok refused the event. Its message says why; correct the mapping or the event.'
}

/** The server errors that the framework lets a retryable error carry. */
const RETRYABLE = [500, 502, 503, 504] as const

/**
 * The error that a failed answer becomes. It says what happened, what to do, and TikTok's code, message and request id,
 * and holds neither personal data nor the token: it is made anew, since the client's own errors carry both.
 * @param answer the answer that failed
 * @param token the access token, so that it is kept out of the message
 * @param advice what the message says first
 */
export function toError(answer: Answer & { verdict: Failure }, token: string, advice = ADVICE): EventsApiError {
  const message = [advice[answer.verdict], ...details(answer, token)].join(' ')
  const status = answer.status ?? 503
  switch (answer.verdict) {
    case 'busy':
      return new RetryableError(message, 429)
    case 'unavailable':
      return new RetryableError(message, RETRYABLE.find((one) => one === status) ?? 503)
    case 'token':
      return new InvalidAuthenticationError(message)
    case 'forbidden':
      return new APIError(message, 403)
    case 'refused':
      return new APIError(message, answer.code === undefined ? status : 400)
  }
}

/** Whether an answer failed. */
export function isFailure(answer: Answer): answer is Answer & { verdict: Failure } {
  return answer.verdict !== 'accepted'
}

function details({ code, message, requestId, reason, status }: Answer, token: string): string[] {
  const said = message === undefined ? [] : [`TikTok's message: ${quote(message, token)}`]
  const reference = [
    code === undefined ? (reason ?? `HTTP ${status ?? 'unknown'}`) : `code ${code}`,
    ...(requestId === undefined ? [] : [`request ${quote(requestId, token)}`])
  ]
  return [...said, `(${reference.join(', ')})`]
}

/** Text from outside, shortened, without the token and without what looks like personal data, hashed or not. */
export function quote(message: string, token: string): string {
  // As it is sent: the settings may hold it with white space around.
  const secret = token.trim()
  return (secret === '' ? message : message.replaceAll(secret, '[token]'))
    .replace(/[^\s@"'<>,;:]+(?:@|%40)[^\s@"'<>,;]+/gi, '[email]')
    .replace(/\b[0-9a-f]{64}\b/gi, '[hash]')
    .replace(/(?:\+|%2B|\b00)\d[\d\s().-]{5,}\d/gi, '[phone]')
    .slice(0, 300)
}
