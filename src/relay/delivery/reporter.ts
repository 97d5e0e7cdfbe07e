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

/** Receives what the relay does, for metrics and logs. */
export interface Reporter {
  /** A request was answered. */
  answered(endpoint: string, status: number, duration: number): void
  /** A source sent events. */
  received(source: string, count: number): void
  /** A destination's subscriptions take an event, which becomes these TikTok events. */
  taken(destination: Destination, tiktokEvents: readonly string[]): void
  /** An event was stored. */
  stored(destination: Destination, tiktokEvents: readonly string[]): void
  /** A request to TikTok is over. */
  requested(source: string, destination: string, request: ObservedRequest): void
  /** The outcomes of a batch are known. */
  sent(batch: SentBatch): void
  /** An event became a dead letter; `tiktokEvent` is the TikTok event that was not delivered. */
  died(destination: Destination, tiktokEvent: string): void
  /** An error occurred that is not caused by an event. */
  failed(what: string, error: unknown): void
}
