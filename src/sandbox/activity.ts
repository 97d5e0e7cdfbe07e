/** Width of one bar of the chart, in milliseconds. */
export const ACTIVITY_STEP = 10_000

/** Number of bars of the chart: ten minutes. */
export const ACTIVITY_BARS = 60

/** The numbers of events that arrived in one step. A request without a list of events is one refused event here. */
export interface ActivityBar {
  /** Start of the step, in milliseconds since the epoch. */
  readonly start: number
  readonly accepted: number
  readonly refused: number
}

/** Counts of the events, in steps of ten seconds. */
export interface Activity {
  /** The newest 60 steps with events, oldest first. */
  readonly bars: readonly ActivityBar[]
  add(time: number, accepted: number, refused: number): void
  clear(): void
}

/** Creates an empty activity. */
export function createActivity(): Activity {
  const bars: ActivityBar[] = []
  return {
    bars,
    add(time, accepted, refused) {
      const start = time - (time % ACTIVITY_STEP)
      const last = bars.at(-1)
      if (last?.start === start) {
        bars[bars.length - 1] = { start, accepted: last.accepted + accepted, refused: last.refused + refused }
        return
      }
      bars.push({ start, accepted, refused })
      if (bars.length > ACTIVITY_BARS) bars.shift()
    },
    clear() {
      bars.length = 0
    }
  }
}
