import { isDirective } from '../mapping/compile'
import { isObject } from '../mapping/resolver'
import { readPath } from '../mapping/path'
import { ROOT, rootApply } from '../mapping/root-directive'
import { compileTrace, type Traced } from './trace'

/** One field of the payload, or one property of a field that is an object. */
export interface Leaf extends Traced {
  /** E.g. `email`, `address.city` or `contents[0].price`. */
  readonly field: string
}

/** Finds the leaves of one event. */
export type ReadLeaves = (event: object) => Leaf[]

/**
 * Compiles a mapping field by field, so that the path of each value is known. If the mapping has a root directive, the
 * paths are those of the object that the directive creates.
 * @param mapping the whole mapping
 */
export function compileLeaves(mapping: Readonly<Record<string, unknown>>): ReadLeaves {
  if (isDirective(Object.keys(mapping))) return readWhole(mapping)
  const readers = Object.entries(mapping)
    .filter(([key]) => key !== ROOT)
    .map(([key, part]) => readField(key, part))
  const apply = rootApply(mapping)
  const trace = apply === undefined ? undefined : compileTrace(apply)
  return (event) => {
    const given = trace === undefined ? event : trace(event).given
    return readers.flatMap((read) => read(isObject(given) ? given : {}))
  }
}

/** Reads the leaves of each field of a mapping that is a directive. */
function readWhole(mapping: Readonly<Record<string, unknown>>): ReadLeaves {
  const trace = compileTrace(mapping)
  return (event) => {
    const { given, sources } = trace(event)
    return Object.entries(isObject(given) ? given : {}).flatMap(([field, value]) =>
      splitIntoLeaves(field, { given: value, sources: sources.map((source) => `${source}.${field}`) })
    )
  }
}

function readField(field: string, part: unknown): ReadLeaves {
  if (Array.isArray(part) && part.length > 0) {
    const readers = part.map((item, index) => readField(`${field}[${index}]`, item))
    return (event) => readers.flatMap((read) => read(event))
  }
  if (isObject(part)) {
    const keys = Object.keys(part)
    const arrayPath = part['@arrayPath']
    if (Array.isArray(arrayPath) && typeof arrayPath[0] === 'string' && isObject(arrayPath[1])) {
      return readItems(field, arrayPath[0], arrayPath[1])
    }
    if (keys.length > 0 && keys.every((key) => !key.startsWith('@'))) {
      const readers = keys.map((key) => readField(`${field}.${key}`, part[key]))
      return (event) => readers.flatMap((read) => read(event))
    }
  }
  const trace = compileTrace(part)
  return (event) => splitIntoLeaves(field, trace(event))
}

/** Reads the leaves of each item of an `@arrayPath` directive. */
function readItems(field: string, path: string, shape: Readonly<Record<string, unknown>>): ReadLeaves {
  const root = path.replace('$.', '')
  const readRoot = readPath(root)
  const traces = isDirective(Object.keys(shape))
    ? [['', compileTrace(shape)] as const]
    : Object.entries(shape).map(([key, part]) => [`.${key}`, compileTrace(part)] as const)
  return (event) => {
    const found = readRoot(event)
    const isList = Array.isArray(found)
    if (found === undefined || found === null || (isList && found.length === 0)) {
      return [{ field, given: found ?? undefined, sources: [root] }]
    }
    return (isList ? (found as unknown[]) : [found]).flatMap((item, index) =>
      traces.map(([child, trace]) => {
        const { given, sources } = trace(item)
        const place = isList ? `${root}[${index}]` : root
        return { field: `${field}[${index}]${child}`, given, sources: sources.map((source) => `${place}.${source}`) }
      })
    )
  }
}

/** The fields of an action have fewer levels. A value at this level is not split. */
const MAX_LEVELS = 20

/** Splits a list or an object into its leaves. The path of each leaf extends the path of the whole, if it has one. */
function splitIntoLeaves(field: string, { given, sources }: Traced, level = 0): Leaf[] {
  if (level === MAX_LEVELS) return [{ field, given, sources }]
  const leavesBelow = (value: unknown, child: string) =>
    splitIntoLeaves(
      `${field}${child}`,
      { given: value, sources: sources.map((source) => `${source}${child}`) },
      level + 1
    )
  if (Array.isArray(given) && given.length > 0) {
    return (given as unknown[]).flatMap((value, index) => leavesBelow(value, `[${index}]`))
  }
  const properties = isObject(given) ? Object.entries(given) : []
  if (properties.length > 0) return properties.flatMap(([key, value]) => leavesBelow(value, `.${key}`))
  return [{ field, given, sources }]
}
