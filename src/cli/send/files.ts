import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CliError } from '../exit'
import type { SendOptions } from './options'
import { type Identity, newState, readState, requireSameIdentity, type State } from './state'

/** The files of a run. */
export interface RunFiles {
  readonly rejects: string
  /** Undefined for standard input, which cannot be resumed. */
  readonly state: string | undefined
}

/**
 * Chooses the files of a run.
 * @throws CliError for `--resume` or `--state` with standard input, or if two of the files are the same
 */
export function filesOf(input: string, { rejects, state, resume = false }: SendOptions): RunFiles {
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
 * The state at the start of a run: a new one, or the existing one with `--resume`.
 * @param resumeCommand the command that resumes the run, for messages
 * @throws CliError if there is no run to resume, if the files do not belong to this run, if an earlier run is not
 * finished and `--resume` is not given, or if the rejects file must not be overwritten
 */
export function initialState(
  { rejects, state: path }: RunFiles,
  { resume = false }: SendOptions,
  identity: Identity,
  resumeCommand: string
): State {
  const existing = path === undefined ? undefined : readState(path)
  if (resume) {
    if (existing === undefined) throw new CliError(`There is no run to resume: ${String(path)} does not exist.`)
    requireSameIdentity(existing, identity)
    if (resolve(existing.rejects.file) !== resolve(rejects)) {
      throw new CliError(`The run started with --rejects ${existing.rejects.file}. Resume it with the same file.`)
    }
    if (sizeOf(rejects) < existing.rejects.bytes) {
      throw new CliError(
        `${rejects} is shorter than when the run stopped. Restore it. To start again instead, delete ${String(path)} and ${rejects}.`
      )
    }
    return existing
  }
  if (existing?.finished === false) {
    throw new CliError(
      `An earlier run is not finished. Resume it:\n  ${resumeCommand}\nTo start again, delete ${String(path)} and ${rejects}.`
    )
  }
  refuseToOverwrite(rejects, existing)
  return newState(identity, rejects)
}

/** Refuses to overwrite rejects unless a finished run wrote them and their length is still the same. */
function refuseToOverwrite(rejects: string, finished: State | undefined): void {
  const size = sizeOf(rejects)
  const isOwn = finished !== undefined && resolve(finished.rejects.file) === resolve(rejects)
  if (size === 0 || (isOwn && size === finished.rejects.bytes)) return
  throw new CliError(`${rejects} already exists. Move it, or choose another file with --rejects.`)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
