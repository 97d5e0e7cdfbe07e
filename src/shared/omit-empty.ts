/** The object without its undefined properties, as the type that says so. */
export type Compact<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * Drops the properties that are undefined, so that nothing empty is ever sent; `0`, `false` and `null` stay. The readers
 * in coerce.ts turn every blank into undefined.
 *
 * Each event passes here some ten times, and most objects lack nothing: those are returned as they are. On a plain
 * object `for in` costs a quarter of what its entries cost.
 * @param object a plain object that nobody else holds
 * @returns undefined when nothing is left
 */
export function omitEmpty<T extends object>(object: T): Compact<T> | undefined {
  let kept: Partial<T> | undefined
  let isComplete = true
  for (const key in object) {
    if (object[key] === undefined) isComplete = false
    else kept = object
  }
  if (!kept || isComplete) return kept as Compact<T> | undefined

  kept = {}
  for (const key in object) if (object[key] !== undefined) kept[key] = object[key]
  return kept as Compact<T>
}
