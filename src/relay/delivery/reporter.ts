import type { Destination } from './destination'
import type { ObservedRequest } from './observed-client'
import type { CompleteEvent } from '../intake/complete-event'
import type { SendResult } from '../../runtime'

/** A batch that was sent. */
export interface SentBatch {
  readonly destination: Destination
  readonly events: readonly CompleteEvent[]
  readonly results: readonly SendResult[]
  /** In milliseconds. */
  readonly duration: number
}

/** Records the work of the relay in the metrics, the log and the live page. */
export interface Reporter {
  /** A request of a client was answered. The duration is in milliseconds. */
  answered(endpoint: string, status: number, duration: number): void
  /** A source sent events. */
  received(source: string, count: number): void
  /** Subscriptions of a destination match an event, which becomes these TikTok events. */
  taken(destination: Destination, tiktokEvents: readonly string[]): void
  /** An event was stored in the queue. */
  stored(destination: Destination, tiktokEvents: readonly string[]): void
  /** A request to TikTok has ended. */
  requested(source: string, destination: string, request: ObservedRequest): void
  /** The outcomes of a batch are known. */
  sent(batch: SentBatch): void
  /** An event became a dead letter; `tiktokEvent` is the TikTok event that was not delivered. */
  deadLettered(destination: Destination, tiktokEvent: string): void
  /** An operation failed, e.g. `storing events`. Its name is logged, so it must contain no part of an event. */
  failed(operation: string, error: unknown): void
}
