import {
  ActionDestinationErrorResponse,
  ActionDestinationSuccessResponse,
  ErrorCodes,
  IntegrationError,
  InvalidAuthenticationError,
  type JSONLikeObject
} from '@segment/actions-core'
import { omitEmpty } from '../omit-empty'
import type { TikTokEvent } from '../payload/event'
import type { Answer } from './read-answer'
import { isFailure, toError } from './errors'
import { quote, quoteRequestId } from './quote'

/** The entry of one payload in a `MultiStatusResponse`. */
export type Entry = ActionDestinationSuccessResponse | ActionDestinationErrorResponse

/**
 * How to make the entry of an event that was sent: the event as it went out, hashed, and what TikTok said. The request it
 * was part of is not in it; a thousand entries would carry a thousand copies. The answer is read once for all of them.
 */
export function entriesBy(answer: Answer, token: string): (event: TikTokEvent) => Entry {
  const body = bodyOf(answer, token)
  if (!isFailure(answer)) {
    return (event) =>
      new ActionDestinationSuccessResponse({ status: 200, sent: event as JSONLikeObject, body: { ...body } })
  }
  const { message: errormessage, status = 500 } = toError(answer, token)
  return (event) =>
    new ActionDestinationErrorResponse({ status, errormessage, sent: event as JSONLikeObject, body: { ...body } })
}

/** The entry of an event that is still unresolved when no more requests may be made: never lost, never a success. */
export function unresolvedEntry(event: TikTokEvent): Entry {
  return new ActionDestinationErrorResponse({
    status: 503,
    errortype: ErrorCodes.RETRYABLE_ERROR,
    errormessage:
      'What becomes of this event could not be found out with the requests that one batch may make. It can be sent again.',
    sent: event as JSONLikeObject
  })
}

/** The entry of an event that was not sent, because of what was thrown on the way. */
export function entryOfError(error: unknown): Entry {
  if (error instanceof IntegrationError) return errorEntry(error.status ?? 400, error.message, error.code)
  if (error instanceof InvalidAuthenticationError) return errorEntry(error.status, error.message, error.code)
  // Anything else is a fault of ours, and its message may hold anything.
  return errorEntry(500, 'The event could not be made into a request to TikTok.')
}

function errorEntry(status: number, errormessage: string, code?: string): Entry {
  const errortype = Object.values(ErrorCodes).find((one) => one === code)
  return new ActionDestinationErrorResponse({ status, errormessage, ...(errortype !== undefined && { errortype }) })
}

function bodyOf({ code, message, requestId, retryAfter }: Answer, token: string): JSONLikeObject {
  return (
    omitEmpty({
      code,
      message: message === undefined ? undefined : quote(message, token),
      request_id: requestId === undefined ? undefined : quoteRequestId(requestId, token),
      retry_after: retryAfter
    }) ?? {}
  )
}
