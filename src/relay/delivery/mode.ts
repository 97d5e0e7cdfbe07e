import type { CompleteEvent } from '../intake/complete-event'

/** Whether all events of a request are settled or stored. If not, `retryAfter` is the wait for a retry, in seconds. */
export type IntakeResult = { readonly isAccepted: true } | { readonly isAccepted: false; readonly retryAfter: number }

/** Delivers received events to TikTok, directly or through a queue. */
export interface Mode {
  /**
   * Accepts the events of one request. It never throws.
   * @param source the name of the source that sent them
   */
  accept(source: string, events: readonly CompleteEvent[]): Promise<IntakeResult>
  /** Why events or dead letters cannot be stored now; undefined if they can. A paused destination is not a problem. */
  problem(): Promise<string | undefined>
  /** The events that wait for each destination. Empty while the queue cannot be read. */
  backlog(): Promise<readonly Backlog[]>
  /**
   * Stops the delivery. A queue gets back the batches that cannot be finished in time. Without a queue, this waits for
   * the last write of dead letters. Call `stop` when all requests are answered.
   */
  stop(): Promise<void>
}

/** The number and the age of the events that wait for one destination, and the number of its dead letters. */
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
