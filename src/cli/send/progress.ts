import { Presets, SingleBar } from 'cli-progress'
import type { Terminal } from '../terminal'

/** The progress of a run. */
export interface Standing {
  readonly delivered: number
  readonly rejected: number
  /** The share of the input that is done, from 0 to 1; undefined if the length of the input is unknown. */
  readonly share: number | undefined
  readonly isWaiting: boolean
}

const LINE_EVERY = 10_000
const BAR_EVERY = 200
const BAR_SCALE = 1000

/**
 * Shows the progress of a run: a bar on a terminal, and elsewhere a line every ten seconds.
 * @returns a function that ends it
 */
export function showProgress(standing: () => Standing, terminal: Terminal): () => void {
  const begun = Date.now()
  const first = standing()
  const describe = (): string => describeProgress(standing(), first, (Date.now() - begun) / 1000)
  if (!terminal.canAsk) {
    const timer = setInterval(() => {
      terminal.note(`${describe()}\n`)
    }, LINE_EVERY)
    return () => {
      clearInterval(timer)
    }
  }

  const bar = new SingleBar(
    { format: '{bar} {text}', barsize: 20, clearOnComplete: true, gracefulExit: false, hideCursor: true },
    Presets.shades_classic
  )
  const value = (): number => Math.round((standing().share ?? 0) * BAR_SCALE)
  bar.start(BAR_SCALE, value(), { text: describe() })
  const timer = setInterval(() => {
    bar.update(value(), { text: describe() })
  }, BAR_EVERY)
  return () => {
    clearInterval(timer)
    bar.stop()
  }
}

/** The progress of a run, as text. */
export function describeProgress(now: Standing, first: Standing, seconds: number): string {
  const done = now.delivered + now.rejected - first.delivered - first.rejected
  const parts = [
    `${number(now.delivered)} delivered`,
    `${number(now.rejected)} rejected`,
    `${number(Math.round(done / Math.max(seconds, 1)))} events/s`
  ]
  const progress = (now.share ?? 0) - (first.share ?? 0)
  if (now.isWaiting) parts.push('waiting for TikTok')
  else if (progress > 0) parts.push(`${duration((seconds * (1 - (now.share ?? 0))) / progress)} left`)
  return parts.join(' · ')
}

/** Formats a number for the user: 12,345. */
export function number(value: number): string {
  return value.toLocaleString('en')
}

/** Formats a time for the user: `45 s`, `3 min 5 s`, `2 h 10 min`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
