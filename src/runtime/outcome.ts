import { ActionDestinationErrorResponse, type ActionDestinationSuccessResponse } from '@segment/actions-core'
import { isRecord } from '../shared/coerce'
import { messageOf } from './configuration-error'
import type { Outcome, OutcomeStatus } from './types'

/** An outcome without its subscription and action. */
export type Verdict = Omit<Outcome, 'subscription' | 'action'>

const NO_BODY: Readonly<Record<string, unknown>> = {}

/** The verdict on a value that is not an event. */
export const NOT_AN_EVENT: Verdict = {
  status: 'rejected',
  httpStatus: 400,
  message: 'This is not an event. An event is an object, e.g. { type: "track", event: "Order Completed" }.'
}

/**
 * The verdict on an event that was not sent because its content is invalid.
 * @param error the error of the mapping or the validation, which may be any value
 */
export function rejected(error: unknown): Verdict {
  const message = messageOf(error) || 'The mapping failed on this event.'
  return { status: 'rejected', httpStatus: 400, message }
}

/**
 * The verdict of an action on one event of a batch.
 * @param entry undefined when the action returned no entry
 */
export function verdictOf(
  entry: ActionDestinationSuccessResponse | ActionDestinationErrorResponse | undefined
): Verdict {
  if (entry === undefined) {
    return { status: 'retry', httpStatus: 500, message: 'The action returned no result for the event.' }
  }
  const isError = entry instanceof ActionDestinationErrorResponse
  const { status: httpStatus, sent, body } = entry.value()
  const status = isError ? statusOf(httpStatus, sent !== undefined) : 'delivered'
  const { request_id: requestId, retry_after: retryAfter } = isRecord(body) ? body : NO_BODY
  return {
    status,
    httpStatus,
    message: isError ? entry.value().errormessage : 'TikTok accepted the event.',
    ...(typeof requestId === 'string' && { requestId }),
    ...(status === 'retry' && typeof retryAfter === 'number' && { retryAfter })
  }
}

function statusOf(httpStatus: number, wasBuilt: boolean): OutcomeStatus {
  if (httpStatus === 401 || httpStatus === 403) return 'denied'
  if (httpStatus === 408 || httpStatus === 429) return 'retry'
  // An entry has no `sent` if no request could be built from its event. The event would fail again, so it is not
  // retried.
  return httpStatus >= 500 && wasBuilt ? 'retry' : 'rejected'
}
