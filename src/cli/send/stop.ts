/**
 * - `interrupted`: the user wants it
 * - `denied`: TikTok refuses the token, or its right
 * - `limit`: a limit lasts longer than a run waits
 * - `unavailable`: TikTok takes nothing
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

  /** Why the run ends, and what TikTok said; undefined while it goes on. */
  get cause(): { readonly reason: StopReason; readonly message: string } | undefined {
    return this.first
  }

  /** Ends the run; the first reason counts, but a refused token goes before any other. */
  because(reason: StopReason, message: string): void {
    if (this.first === undefined || reason === 'denied') this.first = { reason, message }
    this.controller.abort()
  }
}
