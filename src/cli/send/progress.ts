import { SingleBar } from 'cli-progress'
import type { Terminal } from '../terminal'
import { drawBar, formatDuration, formatNumber } from '../text'

/** The progress of a run. */
export interface Progress {
  readonly delivered: number
  readonly rejected: number
  /** The share of the input that is done, from 0 to 1; undefined if the length of the input is unknown. */
  readonly share: number | undefined
  readonly isWaiting: boolean
}

const LINE_INTERVAL = 10_000
const BAR_INTERVAL = 200
const MAX_BAR_LENGTH = 20
const MIN_BAR_LENGTH = 5

/**
 * Shows the progress of a run: a bar if standard input and standard error are a terminal, otherwise a line every ten
 * seconds.
 * @returns a function that stops it and removes the bar
 */
export function showProgress(currentProgress: () => Progress, terminal: Terminal): () => void {
  const startTime = Date.now()
  const first = currentProgress()
  const describe = (): string => describeProgress(currentProgress(), first, (Date.now() - startTime) / 1000)
  if (!terminal.canAsk) {
    const timer = setInterval(() => {
      terminal.note(`${describe()}\n`)
    }, LINE_INTERVAL)
    return () => {
      clearInterval(timer)
    }
  }

  const line = (): string => progressLine(currentProgress().share ?? 0, describe(), terminal.noteWidth)
  const bar = new SingleBar({ format: '{line}', clearOnComplete: true, gracefulExit: false, hideCursor: true })
  bar.start(1, 0, { line: line() })
  const timer = setInterval(() => {
    bar.update({ line: line() })
  }, BAR_INTERVAL)
  const stop = (): void => {
    process.off('exit', stop)
    clearInterval(timer)
    bar.stop()
  }
  // The second Ctrl-C ends the process. The bar has hidden the cursor, and only `stop` shows it again.
  process.once('exit', stop)
  return stop
}

/** A bar and a text on one line. On a narrow terminal, the bar is shorter or left out, so that the text fits. */
export function progressLine(share: number, text: string, width: number): string {
  // The last column stays free, because the library clears it after it writes the line.
  const length = Math.min(MAX_BAR_LENGTH, width - text.length - 2)
  return length < MIN_BAR_LENGTH ? text : `${drawBar(share, length)} ${text}`
}

/** The progress of a run, as text. */
export function describeProgress(now: Progress, first: Progress, seconds: number): string {
  const done = now.delivered + now.rejected - first.delivered - first.rejected
  const parts = [
    `${formatNumber(now.delivered)} delivered`,
    `${formatNumber(now.rejected)} rejected`,
    `${formatNumber(Math.round(done / Math.max(seconds, 1)))} events/s`
  ]
  const progress = (now.share ?? 0) - (first.share ?? 0)
  if (now.isWaiting) parts.push('waiting for TikTok')
  else if (progress > 0) parts.push(`${formatDuration((seconds * (1 - (now.share ?? 0))) / progress)} left`)
  return parts.join(' · ')
}
