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
    let turn: number
    do {
      turn = Math.max(Date.now(), this.nextSend, this.pausedUntil)
      if (this.rate !== undefined) this.nextSend = turn + (events / this.rate) * 1000
      while (turn > Date.now()) await setTimeout(turn - Date.now(), undefined, { signal })
      // If a pause has begun that lasts beyond the turn, the batch takes a new turn. If all batches just waited until
      // the pause ends, they would start together and exceed the rate.
    } while (this.pausedUntil > turn)
    signal.throwIfAborted()
  }

  /** Stops sending for this number of milliseconds. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds)
  }
}
