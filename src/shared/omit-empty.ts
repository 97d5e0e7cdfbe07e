/** The object without its undefined properties, as the type that says so. */
export type Compact<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * Drops the properties that are undefined, so that nothing empty is ever sent; `0`, `false` and `null` stay. The readers
 * in values.ts turn every blank into undefined.
 * @returns undefined when nothing is left
 */
export function omitEmpty<T extends object>(object: T): Compact<T> | undefined {
  let left = false
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    kept[key] = value
    left = true
  }
  return left ? (kept as Compact<T>) : undefined
}
