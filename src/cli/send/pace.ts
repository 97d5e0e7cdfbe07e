import { setTimeout } from 'node:timers/promises'

/** Limits the rate of requests for the whole run, over all its batches. */
export class Pace {
  private pausedUntil = 0
  private nextTurn = 0

  /** @param rate events a second; undefined for no limit */
  constructor(private readonly rate: number | undefined) {}

  /**
   * Waits until this number of events may be sent.
   * @throws the signal's reason if it aborts first
   */
  async turn(events: number, signal: AbortSignal): Promise<void> {
    const at = Math.max(Date.now(), this.nextTurn)
    if (this.rate !== undefined) this.nextTurn = at + (events / this.rate) * 1000
    // A pause may begin, or become longer, during the wait.
    const until = (): number => Math.max(at, this.pausedUntil)
    while (until() > Date.now()) await setTimeout(until() - Date.now(), undefined, { signal })
    signal.throwIfAborted()
  }

  /** Stops sending for this number of milliseconds. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds)
  }
}
