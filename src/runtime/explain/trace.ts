import { compilerWith } from '../mapping/compile'
import { readPath } from '../mapping/path'

/** The value of a part of a mapping, and the path of the event that it came from. */
export interface Traced {
  readonly given: unknown
  readonly from?: string
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
    // A value that a directive changed equals no read value. Its source is the last path read.
    const source = reads.findLast(({ value }) => value === given && !isMissing(value)) ?? reads.at(-1)
    const from = isMissing(given) ? [...new Set(reads.map(({ path }) => path))].join(' or ') : source?.path
    return { given, ...(from !== undefined && from !== '' && { from }) }
  }
}

/** Whether the default mappings skip a value, because it is missing or blank. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    // The explanation of the whole mapping reports the error.
    return undefined
  }
}
