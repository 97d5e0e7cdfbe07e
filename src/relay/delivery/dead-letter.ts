import type { Outcome } from '../../runtime'
import type { CompleteEvent } from '../intake/complete-event'

/** An event that was rejected for good, or was retried for too long, and why. `segment-tiktok send` takes it as input. */
export interface DeadLetter {
  /** When it was given up, ISO 8601. */
  readonly time: string
  readonly source: string
  readonly destination: string
  /** The HTTP status of the outcome. */
  readonly status: number
  readonly message: string
  /** TikTok's id of the request. */
  readonly requestId?: string
  readonly event: CompleteEvent
}

/** The part of an outcome that a dead letter holds. */
export type CauseOfDeath = Pick<Outcome, 'httpStatus' | 'message' | 'requestId'>

/** The dead letter of an event. */
export function deadLetterOf(
  { source, name }: { readonly source: string; readonly name: string },
  event: CompleteEvent,
  { httpStatus, message, requestId }: CauseOfDeath
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

/** How long dead letters are kept. */
export const DEAD_LETTER_DAYS = 30
