import type { CompleteEvent } from '../intake/complete-event'

/** Whether all events of a request are delivered or stored; if not, the seconds after which to send it again. */
export type Taken = { readonly isSafe: true } | { readonly isSafe: false; readonly retryAfter: number }

/** The way of events from a request to TikTok: the direct mode or the queued mode. */
export interface Mode {
  /**
   * Takes the events of one request. It never throws.
   * @param source the name of the source that sent them
   */
  take(source: string, events: readonly CompleteEvent[]): Promise<Taken>
  /** Why the relay cannot accept events now; undefined if it can. */
  problem(): Promise<string | undefined>
  /** The number of waiting events for each destination, and the age of the oldest. */
  backlog(): Promise<readonly Backlog[]>
  /** Finishes the open batches or returns them to the queue. */
  stop(): Promise<void>
}

/** The events that wait for one destination. */
export interface Backlog {
  readonly source: string
  readonly destination: string
  /** Events that are waiting or being sent. */
  readonly depth: number
  /** The age of the oldest of them, in seconds; 0 when there is none. */
  readonly oldest: number
  /** The number of dead letters; undefined if the mode does not count them. */
  readonly deadLetters: number | undefined
}
