import { type Compact, omitEmpty } from '../omit-empty'
import { isRecord } from '../values'

/** A reader for each property: which there are, and what each is. */
export type Readers<Key extends PropertyKey> = Readonly<Record<Key, (value: unknown) => unknown>>

/** What the readers make of an object. */
export type Converted<R extends Readers<string>> = Compact<{ [K in keyof R]: ReturnType<R[K]> }>

/**
 * Reads the properties that the table names, each by its own reader, and leaves out the rest and what is empty.
 * @returns undefined when nothing is left
 */
export function convert<R extends Readers<string>>(object: unknown, readers: R): Converted<R> | undefined {
  if (!isRecord(object)) return undefined
  const converted: Record<string, unknown> = {}
  for (const key in readers) {
    const value = readers[key]?.(object[key])
    if (value !== undefined) converted[key] = value
  }
  return omitEmpty(converted) as Converted<R> | undefined
}
