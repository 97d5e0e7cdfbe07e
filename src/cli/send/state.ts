import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { CliError, systemCode } from '../exit'
import type { Range } from './ranges'

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))

const schema = v.strictObject({
  version: v.literal(1),
  /** Digests of what must be the same when a run is resumed. None covers the token, so it may be renewed. */
  input: v.string(),
  reading: v.string(),
  mapping: v.string(),
  settings: v.string(),
  /** The rejects file, and how many bytes at its start belong to settled records. */
  rejects: v.strictObject({ file: v.string(), bytes: wholeNumber }),
  /** The positions, from 0, of the records that were delivered, rejected or matched by no subscription. */
  settled: v.array(v.custom<Range>((value) => v.is(v.strictTuple([wholeNumber, wholeNumber]), value))),
  delivered: wholeNumber,
  rejected: wholeNumber,
  /** The number of events that no subscription matched, for each event name. */
  notTaken: v.array(
    v.custom<readonly [string, number]>((value) => v.is(v.strictTuple([v.string(), wholeNumber]), value))
  ),
  requests: wholeNumber,
  milliseconds: wholeNumber,
  finished: v.boolean()
})

/** The progress of a run. */
export type State = v.InferOutput<typeof schema>

/** The part of a state that identifies its run. */
export type Identity = Pick<State, 'input' | 'reading' | 'mapping' | 'settings'>

/** The state at the start of a run. */
export function newState(identity: Identity, rejectsFile: string): State {
  return {
    version: 1,
    ...identity,
    rejects: { file: rejectsFile, bytes: 0 },
    settled: [],
    delivered: 0,
    rejected: 0,
    notTaken: [],
    requests: 0,
    milliseconds: 0,
    finished: false
  }
}

/**
 * Reads a state file. Returns undefined if there is no such file.
 * @throws CliError for a file that cannot be read or is not a state
 */
export function readState(path: string): State | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new CliError(`The state file ${path} cannot be read (${systemCode(error) ?? 'unknown error'}).`)
  }
  try {
    return v.parse(schema, JSON.parse(text))
  } catch {
    throw new CliError(`${path} is not a state file of this command. Choose another with --state, or delete it.`)
  }
}

const CHANGED: Readonly<Record<keyof Identity, string>> = {
  input: 'The input has changed since the run began.',
  reading: 'The input options differ from those that the run began with.',
  mapping: 'The mapping differs from the one that the run began with.',
  settings: 'The destination or its settings differ from those that the run began with.'
}

/**
 * Refuses to resume a run if its input, input options, mapping, destination or settings have changed.
 * @throws CliError that names the difference
 */
export function requireSameIdentity(state: State, identity: Identity): void {
  const changed = (Object.keys(CHANGED) as (keyof Identity)[]).find((key) => state[key] !== identity[key])
  if (changed === undefined) return
  throw new CliError(`${CHANGED[changed]} Undo the change, or delete the state file to start again.`)
}
