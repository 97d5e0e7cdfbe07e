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
import { isFailure, toError } from './errors'
import { quote, quoteRequestId } from './quote'
import type { Answer } from './read-answer'

/** The entry of one payload in a `MultiStatusResponse`. */
export type Entry = ActionDestinationSuccessResponse | ActionDestinationErrorResponse

/**
 * Creates the function that builds the entry of an event that was sent. An entry holds the event with its hashes and
 * TikTok's answer. It does not hold the request, because a thousand entries would hold a thousand copies of it.
 */
export function createEntryBuilder(answer: Answer, token: string): (event: TikTokEvent) => Entry {
  const body = bodyOf(answer, token)
  if (!isFailure(answer)) {
    return (event) =>
      new ActionDestinationSuccessResponse({ status: 200, sent: event as JSONLikeObject, body: { ...body } })
  }
  const { message: errormessage, status = 500 } = toError(answer, token)
  return (event) =>
    new ActionDestinationErrorResponse({ status, errormessage, sent: event as JSONLikeObject, body: { ...body } })
}

/** The entry of an event that was not sent because of an error. */
export function entryOfError(error: unknown): Entry {
  if (error instanceof IntegrationError) return errorEntry(error.status ?? 400, error.message, error.code)
  if (error instanceof InvalidAuthenticationError) return errorEntry(error.status, error.message, error.code)
  // Any other error is a bug, and its message may contain personal data.
  return errorEntry(500, 'No TikTok request could be built from the event.')
}

function errorEntry(status: number, errormessage: string, code?: string): Entry {
  const errortype = Object.values(ErrorCodes).find((known) => known === code)
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
