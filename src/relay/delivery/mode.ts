import type { CompleteEvent } from '../intake/complete-event'

/** Whether all events of a request are safe, or when to send the request again, in seconds. */
export type Taken = { readonly isSafe: true } | { readonly isSafe: false; readonly retryAfter: number }

/** How events get from a request to TikTok: the direct mode or the queued one. */
export interface Mode {
  /**
   * Takes the events of one request. It never throws.
   * @param source the name of the source that sent them
   */
  take(source: string, events: readonly CompleteEvent[]): Promise<Taken>
  /** Why no events can be taken at the moment; undefined when they can. */
  problem(): Promise<string | undefined>
  /** How many events wait, and for how long, by destination. */
  backlog(): Promise<readonly Backlog[]>
  /** Finishes what is under way or hands it back. */
  stop(): Promise<void>
}

/** What waits for one destination. */
export interface Backlog {
  readonly source: string
  readonly destination: string
  /** Events that wait or are under way. */
  readonly depth: number
  /** The age of the oldest of them, in seconds; 0 when there is none. */
  readonly oldest: number
  /** Dead letters that are kept; undefined where nobody counts them. */
  readonly deadLetters: number | undefined
}
