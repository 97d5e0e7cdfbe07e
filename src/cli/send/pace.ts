import { setTimeout } from 'node:timers/promises'

/** Says when requests may be sent: for the whole run, however many batches are under way. */
export class Pace {
  private pausedUntil = 0
  private nextTurn = 0

  /** @param rate events a second; undefined for as many as go */
  constructor(private readonly rate: number | undefined) {}

  /**
   * Waits until so many events may be sent.
   * @throws the signal's reason when that comes first
   */
  async turn(events: number, signal: AbortSignal): Promise<void> {
    const at = Math.max(Date.now(), this.nextTurn)
    if (this.rate !== undefined) this.nextTurn = at + (events / this.rate) * 1000
    // A pause may begin, or become longer, during the wait.
    const until = (): number => Math.max(at, this.pausedUntil)
    while (until() > Date.now()) await setTimeout(until() - Date.now(), undefined, { signal })
    signal.throwIfAborted()
  }

  /** Lets nothing be sent for so many milliseconds. */
  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + milliseconds)
  }
}
