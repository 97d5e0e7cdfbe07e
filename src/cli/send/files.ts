import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CliError } from '../exit'
import type { SendOptions } from './options'
import { type Identity, newState, readState, requireSame, type State } from './state'

/** The files next to an input. */
export interface Files {
  readonly rejects: string
  /** Undefined for standard input, which cannot be resumed. */
  readonly state: string | undefined
}

/**
 * The files of a run.
 * @throws CliError for standard input with an option that needs a file, and for one file in two roles
 */
export function filesOf(input: string, { rejects, state, resume = false }: SendOptions): Files {
  if (input === '-' && (resume || state !== undefined)) throw new CliError('Standard input cannot be resumed.')
  const base = input === '-' ? 'stdin' : input
  const files = {
    rejects: rejects ?? `${base}.rejects.ndjson`,
    state: input === '-' ? undefined : (state ?? `${base}.state.json`)
  }
  const paths = [input, files.rejects, ...(files.state === undefined ? [] : [files.state])].map((path) => resolve(path))
  if (new Set(paths).size < paths.length) {
    throw new CliError('The input, the rejects and the state must be different files.')
  }
  return files
}

/**
 * The state at the start of a run: a new one, or with `--resume` the existing one.
 * @param resumeCommand the command to resume, for messages
 * @throws CliError if a run would be repeated or resumed by mistake
 */
export function stateToBegin(
  { rejects, state: path }: Files,
  { resume = false }: SendOptions,
  identity: Identity,
  resumeCommand: string
): State {
  const known = path === undefined ? undefined : readState(path)
  if (resume) {
    if (known === undefined) throw new CliError(`There is nothing to resume: ${String(path)} does not exist.`)
    requireSame(known, identity)
    if (resolve(known.rejects.file) !== resolve(rejects)) {
      throw new CliError(`The run started with --rejects ${known.rejects.file}. Resume it with the same file.`)
    }
    if (sizeOf(rejects) < known.rejects.bytes) {
      throw new CliError(
        `${rejects} is shorter than the run left it. Restore it, or delete the state file to start again.`
      )
    }
    return known
  }
  if (known?.finished === false) {
    throw new CliError(
      `An earlier run is not finished. Resume it:\n  ${resumeCommand}\nTo start again, delete ${String(path)} and ${rejects}.`
    )
  }
  refuseToOverwrite(rejects, known)
  return newState(identity, rejects)
}

/** Refuses to overwrite rejects unless a finished run wrote them and they have not been edited since. */
function refuseToOverwrite(rejects: string, finished: State | undefined): void {
  const size = sizeOf(rejects)
  const isOwn = finished !== undefined && resolve(finished.rejects.file) === resolve(rejects)
  if (size === 0 || (isOwn && size === finished.rejects.bytes)) return
  throw new CliError(`${rejects} already exists. Move it, or choose another file with --rejects.`)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
