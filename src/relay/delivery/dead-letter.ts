import type { Outcome } from '../../runtime'
import type { CompleteEvent } from '../intake/complete-event'

/** An event that was rejected, or retried for too long, with the reason. `segment-tiktok send` accepts it as input. */
export interface DeadLetter {
  /** The time when the relay gave up, in ISO 8601. */
  readonly time: string
  readonly source: string
  readonly destination: string
  /** The HTTP status of the outcome. */
  readonly status: number
  readonly message: string
  /** TikTok's ID of the request. */
  readonly requestId?: string
  readonly event: CompleteEvent
}

/** The part of an outcome that a dead letter contains. */
export type DeadLetterReason = Pick<Outcome, 'httpStatus' | 'message' | 'requestId'>

/** Creates the dead letter of an event. */
export function deadLetterOf(
  { source, name }: { readonly source: string; readonly name: string },
  event: CompleteEvent,
  { httpStatus, message, requestId }: DeadLetterReason
): DeadLetter {
  return {
    time: new Date().toISOString(),
    source,
    destination: name,
    status: httpStatus,
    message,
    ...(requestId !== undefined && { requestId }),
    event
  }
}

/** How long dead letters are kept, in days. */
export const DEAD_LETTER_DAYS = 30
