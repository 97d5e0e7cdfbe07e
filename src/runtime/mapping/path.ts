import type { Resolver } from './resolver'

/** The separators at which actions-core's `get` splits a path. */
const SEPARATORS = /\[(?="|'|\d)|\.|(?<="|'|\d)]+/

/**
 * Splits a path once for many events. actions-core's `get` splits it for each event.
 * @param path e.g. `properties.products[0]['product name']`; `''` and `.` are the event itself
 */
export function readPath(path: string): Resolver {
  const keys = path
    .split(SEPARATORS)
    .filter((key) => key !== '')
    .map((key) => key.replace(/['"]/g, ''))
  const [first = '', second = ''] = keys
  // For speed: most paths have one or two keys, and dozens of paths are read for each event.
  if (keys.length === 1) return (data) => step(data, first)
  if (keys.length === 2) return (data) => step(step(data, first), second)
  return (data) => {
    let value = data
    for (const key of keys) value = step(value, key)
    return value
  }
}

/** Reading a key of null, 0 or an empty string returns that value itself, as in actions-core. */
function step(value: unknown, key: string): unknown {
  return value && (value as Readonly<Record<string, unknown>>)[key]
}
