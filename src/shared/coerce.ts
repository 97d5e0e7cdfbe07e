/**
 * Readers of values whose type nobody has checked: the browser runtime does not validate payloads, and a validated
 * payload can still hold blanks. What a reader cannot use is undefined, and undefined is never sent.
 */

/** Text without white space around it; numbers and booleans as text; anything else, and a blank, is undefined. */
export function toText(value: unknown): string | undefined {
  const written = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  return typeof written === 'string' ? written.trim() || undefined : undefined
}

/** The usable texts of one value or of an array, each once and in order; undefined when there are none. */
export function toTextList(value: unknown): string[] | undefined {
  return distinct(toArray(value).map(toText))
}

/** A finite number, also one that is written as text; anything else, and a blank, is undefined. */
export function toNumber(value: unknown): number | undefined {
  const parsed = typeof value === 'string' && value.trim() ? Number(value) : value
  return Number.isFinite(parsed) ? (parsed as number) : undefined
}

/** `true` or `false`, also as text; anything else is undefined. */
export function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}

/** An array as it is, anything else as an array of one. */
export function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** Each defined value once and in order; undefined when there are none. Objects are the same when they are one object. */
export function distinct<T>(values: readonly (T | undefined)[]): T[] | undefined {
  // Most are alone, and need no set.
  const found = (values.length > 1 ? [...new Set(values)] : values).filter((value) => value !== undefined)
  return found.length ? found : undefined
}

/** An object whose properties can be read: not null, not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
