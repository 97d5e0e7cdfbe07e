/**
 * - `interrupted`: the user interrupted the run
 * - `denied`: TikTok refuses the token, or the token lacks a permission
 * - `limit`: TikTok asks for a longer wait than a run allows
 * - `unavailable`: TikTok accepts nothing
 * - `failed`: an error on this machine, such as a full disk
 */
export type StopReason = 'interrupted' | 'denied' | 'limit' | 'unavailable' | 'failed'

/** Stops a run early. No new batch starts and all waits end, but open requests finish. */
export class Stop {
  private readonly controller = new AbortController()
  private firstCause: { readonly reason: StopReason; readonly message: string } | undefined

  /** Aborted when the run must stop. */
  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Why the run stops, with a message for the user, which may be empty; undefined while the run continues. */
  get cause(): { readonly reason: StopReason; readonly message: string } | undefined {
    return this.firstCause
  }

  /** Stops the run. The first reason is kept, but `denied` takes precedence over all others. */
  request(reason: StopReason, message: string): void {
    if (this.firstCause === undefined || reason === 'denied') this.firstCause = { reason, message }
    this.controller.abort()
  }
}
