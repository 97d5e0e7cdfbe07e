import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { duration, number } from './progress'
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

/** The exit code of all runs together. */
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
  denied: 'Stopped: TikTok refused the token or its right.',
  limit: 'Stopped: the limit lasts longer than this command waits.',
  unavailable: 'Stopped: TikTok took nothing for several tries.',
  failed: 'Stopped.'
}

/** The result of a run, for the user. */
export function describeEnding(ending: Ending, { colours }: Terminal): string {
  const { state, left, cause, resumeCommand, isDryRun } = ending
  const notTaken = state.notTaken.reduce((sum, [, count]) => sum + count, 0)
  const rows: [string, string][] = [
    [isDryRun ? 'Would deliver' : 'Delivered', number(state.delivered)],
    ...(state.rejected > 0 || !isDryRun ? [['Rejected', rejectedText(ending)] satisfies [string, string]] : []),
    ...(notTaken > 0 ? [['Not taken', `${number(notTaken)}  (${namesOf(state)})`] satisfies [string, string]] : []),
    ...(left > 0 ? [['Left', number(left)] satisfies [string, string]] : []),
    ['Requests', number(state.requests)],
    ['Time', duration(state.milliseconds / 1000)]
  ]
  const widest = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.map(([label, value]) => `${label.padEnd(widest)}  ${value}`)
  if (cause !== undefined) {
    lines.push('', colours.yellow(HEADLINES[cause.reason]), ...(cause.message === '' ? [] : [cause.message]))
  }
  if (left > 0) lines.push('', ...howToGoOn(resumeCommand))
  return `${lines.join('\n')}\n`
}

function rejectedText({ state, isDryRun }: Ending): string {
  if (state.rejected === 0) return '0'
  return isDryRun ? number(state.rejected) : `${number(state.rejected)}  → ${state.rejects.file}`
}

const MOST_NAMES = 3

function namesOf({ notTaken }: State): string {
  const sorted = notTaken.toSorted(([, a], [, b]) => b - a)
  const shown = sorted.slice(0, MOST_NAMES).map(([name, count]) => `${name}: ${number(count)}`)
  return [...shown, ...(sorted.length > MOST_NAMES ? ['…'] : [])].join(', ')
}

function howToGoOn(resumeCommand: string | undefined): string[] {
  return resumeCommand === undefined
    ? ['Standard input cannot be resumed. Send it again: what was delivered counts once.']
    : ['Go on with:', `  ${resumeCommand}`]
}
