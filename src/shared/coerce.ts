/**
 * Readers for values of unknown type: the browser runtime does not validate payloads, and a validated payload can still
 * hold blanks. A reader returns undefined for a value it cannot use.
 */

const NEXT_LINE = 0x85

/** Trims like `String.prototype.trim`, and also removes U+0085 (next line). */
export function trim(value: string): string {
  let text = value.trim()
  while (text.charCodeAt(0) === NEXT_LINE) text = text.slice(1).trimStart()
  while (text.charCodeAt(text.length - 1) === NEXT_LINE) text = text.slice(0, -1).trimEnd()
  return text
}

/** Trimmed text; numbers and booleans as text; undefined for blanks and everything else. */
export function toText(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  return typeof text === 'string' ? trim(text) || undefined : undefined
}

/** Reads one value or each item of an array as text, in order and without duplicates; undefined when none is usable. */
export function toTextList(value: unknown): string[] | undefined {
  return distinct(toArray(value).map(toText))
}

/** A finite number, or text that holds one; undefined for everything else. */
export function toNumber(value: unknown): number | undefined {
  const parsed = typeof value === 'string' && value.trim() ? Number(value) : value
  return Number.isFinite(parsed) ? (parsed as number) : undefined
}

/** A boolean, or the text `true` or `false`; undefined for everything else. */
export function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}

/** An array as it is, any other value as an array of one. */
export function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** The defined values in order and without duplicates; undefined if every value is undefined. */
export function distinct<T>(values: readonly (T | undefined)[]): T[] | undefined {
  // Most lists hold one value and need no set.
  const found = (values.length > 1 ? [...new Set(values)] : values).filter((value) => value !== undefined)
  return found.length ? found : undefined
}

/** Whether the value is an object other than null and arrays. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
