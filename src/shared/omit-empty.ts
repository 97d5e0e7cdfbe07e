/** The object without its undefined properties, as the type that says so. */
export type Compact<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * Drops the properties that are undefined, so that nothing empty is ever sent; `0`, `false` and `null` stay. The readers
 * in values.ts turn every blank into undefined.
 * @param object a plain object
 * @returns undefined when nothing is left
 */
export function omitEmpty<T extends object>(object: T): Compact<T> | undefined {
  let kept: Partial<T> | undefined
  for (const key in object) if (object[key] !== undefined) (kept ??= {} as Partial<T>)[key] = object[key]
  return kept as Compact<T> | undefined
}
