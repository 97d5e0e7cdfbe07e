import isEqual from 'lodash/isEqual'
import { compilerWith } from '../mapping/compile'
import { readPath } from '../mapping/path'
import { toOutput } from '../mapping/resolver'

/** The value of a part of a mapping, and its source. */
export interface Traced {
  readonly given: unknown
  /**
   * The path that the value came from. For a missing value, all paths that were tried. Empty if no path was read, as
   * for a fixed value, `@template` and `@liquid`. Also empty for an object or a list that a directive composed.
   */
  readonly sources: readonly string[]
}

/** Evaluates a part of a mapping for one event. */
export type Trace = (data: unknown) => Traced

/** Compiles a part of a mapping to a function that also records the paths that it reads. */
export function compileTrace(part: unknown): Trace {
  let reads: { path: string; value: unknown }[] = []
  const resolve = compilerWith((path) => {
    const read = readPath(path)
    return (data) => {
      const value = read(data)
      reads.push({ path, value })
      return value
    }
  })(part, true)

  return (data) => {
    reads = []
    const given = attempt(() => resolve(data))
    const tried = reads.map(({ path }) => path)
    const same = attempt(() => reads.findLast(({ value }) => isSame(value, given)))?.path
    // The result of a directive that changed a value equals no value that was read. Its source is the last path. An
    // object or a list that a directive composed has no single source.
    const source = same ?? (isObjectOrList(given) ? undefined : tried.at(-1))
    const sources = isMissing(given) ? tried : [source ?? '']
    return { given, sources: [...new Set(sources)].filter((path) => path !== '') }
  }
}

/** Whether a value is undefined, null or blank text. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function isObjectOrList(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/**
 * Whether a value that was read is the given one. Objects and lists in a payload are copies, so their parts are
 * compared.
 */
function isSame(read: unknown, given: unknown): boolean {
  if (!isObjectOrList(given)) return read === given
  return isObjectOrList(read) && isEqual(toOutput(read), given)
}

/** Undefined if the function throws, because of a mistake in the mapping or an event that is nested too deep. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    // The explanation of the whole mapping reports the error.
    return undefined
  }
}
