/** The object without its undefined properties. */
export type Compact<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * Copies an object without its undefined properties. All other values stay, even `0`, `false`, `''` and `null`, because
 * the readers in coerce.ts have already turned blanks into undefined.
 * @returns undefined if no property is left
 */
export function omitEmpty<T extends object>(object: T): Compact<T> | undefined {
  const kept: Partial<T> = {}
  let isEmpty = true
  // This runs about ten times per event. `Object.entries` measured six times slower than `for in`, and counting the
  // properties with `Object.keys` adds 3 % to the time of the whole event.
  for (const key in object) {
    if (object[key] === undefined) continue
    kept[key] = object[key]
    isEmpty = false
  }
  return isEmpty ? undefined : (kept as Compact<T>)
}
