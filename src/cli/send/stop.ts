/**
 * - `interrupted`: the user interrupted the run
 * - `denied`: TikTok refuses the token, or the token lacks a permission
 * - `limit`: a rate limit asks for a longer wait than a run allows
 * - `unavailable`: TikTok accepts nothing
 * - `failed`: an error of this machine, such as a full disk
 */
export type StopReason = 'interrupted' | 'denied' | 'limit' | 'unavailable' | 'failed'

/** Ends a run early. No new batch starts and all waits end, but open requests finish. */
export class Stop {
  private readonly controller = new AbortController()
  private first: { readonly reason: StopReason; readonly message: string } | undefined

  /** Aborted when the run must end. */
  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Why the run ends, with TikTok's message; undefined while it continues. */
  get cause(): { readonly reason: StopReason; readonly message: string } | undefined {
    return this.first
  }

  /** Ends the run. The first reason counts, but a refused token takes precedence over all others. */
  because(reason: StopReason, message: string): void {
    if (this.first === undefined || reason === 'denied') this.first = { reason, message }
    this.controller.abort()
  }
}
