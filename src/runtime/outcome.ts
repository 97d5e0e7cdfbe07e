import { ActionDestinationErrorResponse, type ActionDestinationSuccessResponse } from '@segment/actions-core'
import { isRecord } from '../shared/coerce'
import { messageOf } from './configuration-error'
import type { Outcome, OutcomeStatus } from './types'

/** What an outcome says, without whose it is. */
export type Verdict = Omit<Outcome, 'subscription' | 'action'>

const NO_BODY: Readonly<Record<string, unknown>> = {}

/** The verdict on something that was sent and is no event. */
export const NO_EVENT: Verdict = {
  status: 'rejected',
  httpStatus: 400,
  message: 'This is no event. An event is an object, e.g. { type: "track", event: "Order Completed" }.'
}

/**
 * The verdict on an event that was not sent because of what it holds.
 * @param error what the mapping or the validation threw, which may be anything
 */
export function rejected(error: unknown): Verdict {
  const message = messageOf(error) || 'The mapping failed on this event.'
  return { status: 'rejected', httpStatus: 400, message }
}

/**
 * The verdict of an action on one event of its batch.
 * @param entry undefined when the action said nothing
 * @param retryAfter how long the answers to this batch asked to wait in their headers, in seconds
 */
export function verdictOf(
  entry: ActionDestinationSuccessResponse | ActionDestinationErrorResponse | undefined,
  retryAfter: number | undefined
): Verdict {
  if (entry === undefined) {
    return { status: 'retry', httpStatus: 500, message: 'The action did not say what happened to the event.' }
  }
  const isError = entry instanceof ActionDestinationErrorResponse
  const { status: httpStatus, sent, body } = entry.value()
  const status = isError ? statusOf(httpStatus, sent !== undefined) : 'delivered'
  const { request_id: requestId, retry_after: ownWait } = isRecord(body) ? body : NO_BODY
  const wait = typeof ownWait === 'number' ? Math.max(ownWait, retryAfter ?? 0) : retryAfter
  return {
    status,
    httpStatus,
    message: isError ? entry.value().errormessage : 'TikTok accepted the event.',
    ...(typeof requestId === 'string' && { requestId }),
    ...(status === 'retry' && wait !== undefined && { retryAfter: wait })
  }
}

function statusOf(httpStatus: number, wasSent: boolean): OutcomeStatus {
  if (httpStatus === 401 || httpStatus === 403) return 'denied'
  if (httpStatus === 408 || httpStatus === 429) return 'retry'
  // An event that could not be made into a request will fare no better next time.
  return httpStatus >= 500 && wasSent ? 'retry' : 'rejected'
}
