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
  /** Why the relay can take no events at the moment; undefined when it can. */
  problem(): Promise<string | undefined>
  /** How many events wait for each destination, and for how long. */
  backlog(): Promise<readonly Backlog[]>
  /** Finishes the batches under way or hands them back. */
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
