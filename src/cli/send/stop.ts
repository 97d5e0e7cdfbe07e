/**
 * - `interrupted`: the user interrupted the run
 * - `denied`: TikTok refuses the token, or its right
 * - `limit`: a limit lasts longer than a run waits
 * - `unavailable`: TikTok accepts nothing
 * - `failed`: a fault on this side, such as a full disk
 */
export type StopReason = 'interrupted' | 'denied' | 'limit' | 'unavailable' | 'failed'

/** Ends a run early: no batch begins, waits end, requests under way finish. */
export class Stop {
  private readonly controller = new AbortController()
  private first: { readonly reason: StopReason; readonly message: string } | undefined

  /** Aborted when the run is to end. */
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
