import { setTimeout } from 'node:timers/promises'

/** Limits the rate of events for all batches of a run together. */
export class RateLimiter {
  private pausedUntil = 0
  private nextSend = 0

  /** @param rate events per second; undefined for no limit */
  constructor(private readonly rate: number | undefined) {}

  /**
   * Waits until this number of events may be sent.
   * @throws an error if the signal aborts first
   */
  async waitForTurn(events: number, signal: AbortSignal): Promise<void> {
    const startTime = Math.max(Date.now(), this.nextSend)
    if (this.rate !== undefined) this.nextSend = startTime + (events / this.rate) * 1000
    // A pause may start or be extended during the wait.
    const until = (): number => Math.max(startTime, this.pausedUntil)
    while (until() > Date.now()) await setTimeout(until() - Date.now(), undefined, { signal })
    signal.throwIfAborted()
  }

  /** Stops sending for this number of milliseconds. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds)
  }
}
