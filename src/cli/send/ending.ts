import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { formatDuration, formatNumber, labelled, sanitize, wrap } from '../text'
import type { State } from './state'
import type { Stop } from './stop'

/** How a run ended. */
export interface Ending {
  readonly state: State
  /** The number of records that must still be sent. */
  readonly left: number
  readonly cause: Stop['cause']
  /** The command that sends the remaining records; undefined if the run cannot be resumed. */
  readonly resumeCommand: string | undefined
  readonly isDryRun: boolean
}

/**
 * The exit code of a run. The results of the earlier runs that it resumes count too. If nothing was delivered or
 * rejected, the input is wrong: it is empty, or no subscription matches any event.
 */
export function exitCodeOf({ state, left, cause }: Ending): ExitCode {
  if (cause?.reason === 'denied') return EXIT.denied
  if (left > 0 || cause !== undefined) return EXIT.stopped
  if (state.rejected > 0) return EXIT.rejected
  return state.delivered === 0 ? EXIT.usage : EXIT.ok
}

/** The result of a run, for programs. */
export function endingAsJson({ state, left, cause, resumeCommand }: Ending): object {
  const { delivered, rejected, notTaken, requests, milliseconds, rejects } = state
  return {
    delivered,
    rejected,
    left,
    notTaken: Object.fromEntries(notTaken),
    requests,
    milliseconds,
    rejects: rejected > 0 ? rejects.file : null,
    stopped: cause?.reason ?? null,
    ...(left > 0 && resumeCommand !== undefined && { resume: resumeCommand })
  }
}

const HEADLINES: Readonly<Record<Exclude<Stop['cause'], undefined>['reason'], string>> = {
  interrupted: 'Stopped.',
  denied: 'Stopped: TikTok refused the token, or the token has no permission.',
  limit: 'Stopped: TikTok asks for a longer wait than this command allows.',
  unavailable: 'Stopped: TikTok accepted nothing in several attempts.',
  failed: 'Stopped.'
}

/** The result of a run, for the user. */
export function describeEnding(ending: Ending, terminal: Terminal): string {
  // If the output is not a terminal, each fact is on one line, so that a program can find it.
  const width = terminal.isTerminal ? terminal.width : Infinity
  const { state, left, cause, resumeCommand, isDryRun } = ending
  const notTaken = state.notTaken.reduce((sum, [, count]) => sum + count, 0)
  const rows: [string, string][] = [
    [isDryRun ? 'Would deliver' : 'Delivered', formatNumber(state.delivered)],
    ...(state.rejected > 0 || !isDryRun ? [['Rejected', rejectedText(ending)] satisfies [string, string]] : []),
    ...(notTaken > 0
      ? [['No subscription', `${formatNumber(notTaken)}  (${mostCommonNames(state)})`] satisfies [string, string]]
      : []),
    ...(left > 0 ? [['Left', formatNumber(left)] satisfies [string, string]] : []),
    ['Requests', formatNumber(state.requests)],
    ['Time', formatDuration(state.milliseconds / 1000)]
  ]
  const widest = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.flatMap(([label, value]) => labelled(`${label.padEnd(widest)}  `, value, width))
  if (cause !== undefined) {
    lines.push('', terminal.colours.magenta(HEADLINES[cause.reason]))
    if (cause.message !== '') lines.push(...wrap(sanitize(cause.message), width))
  }
  if (left > 0) lines.push('', ...describeResume(resumeCommand))
  return `${lines.join('\n')}\n`
}

function rejectedText({ state, isDryRun }: Ending): string {
  if (state.rejected === 0) return '0'
  return isDryRun ? formatNumber(state.rejected) : `${formatNumber(state.rejected)}  → ${state.rejects.file}`
}

const MAX_NAMES = 3

function mostCommonNames({ notTaken }: State): string {
  const sorted = notTaken.toSorted(([, a], [, b]) => b - a)
  const shown = sorted.slice(0, MAX_NAMES).map(([name, count]) => `${sanitize(name)}: ${formatNumber(count)}`)
  return [...shown, ...(sorted.length > MAX_NAMES ? ['…'] : [])].join(', ')
}

function describeResume(resumeCommand: string | undefined): string[] {
  return resumeCommand === undefined
    ? ['Standard input cannot be resumed. Send it again: TikTok counts each delivered event once.']
    : ['Resume with:', `  ${resumeCommand}`]
}
