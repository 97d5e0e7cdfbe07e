import * as v from 'valibot'
import { isRecord } from '../shared/coerce'

const MISSING = 'missing data for required field'

/** A string. */
export const text = v.string('not a valid string')

/** A string that is not blank. */
export const nonblankText = v.pipe(text, v.regex(/\S/, 'must not be blank'))

/** A number. */
export const number = v.number('not a valid number')

/** A whole number. */
export const integer = v.pipe(v.number('not a valid integer'), v.integer('not a valid integer'))

/** A boolean. */
export const flag = v.boolean('not a valid boolean')

/** A SHA-256 hash, or an empty string. TikTok refuses any other value. */
export const hash = v.pipe(text, v.regex(/^(?:[0-9a-f]{64})?$/, 'not a SHA-256 hash'))

/** An array of one kind of value. */
export function list<const Item extends v.GenericSchema>(item: Item): v.ArraySchema<Item, string> {
  return v.array(item, 'not a valid list')
}

/** The schema of a value that is known to be an object. It accepts unknown keys, as TikTok does. */
export function root<const Entries extends v.ObjectEntries>(entries: Entries): v.LooseObjectSchema<Entries, string> {
  // Valibot uses this message for a missing key.
  return v.looseObject(entries, MISSING)
}

// Valibot's own object schemas accept arrays.
const anyObject = v.custom<object>(isRecord, 'not a valid object')

/** The schema of an object. It accepts unknown keys, as TikTok does. */
export function shape<const Entries extends v.ObjectEntries>(
  entries: Entries
): v.SchemaWithPipe<readonly [typeof anyObject, v.LooseObjectSchema<Entries, string>]> {
  return v.pipe(anyObject, root(entries))
}

const hashList = list(hash)

/** One hash or a list of hashes. The error of a union would not name the invalid element. */
export const hashes = v.lazy((input): typeof hash | typeof hashList => (Array.isArray(input) ? hashList : hash))

/** A string that may be missing. */
export const optionalText = v.exactOptional(text)

/** A number that may be missing. */
export const optionalNumber = v.exactOptional(number)

/** A list of strings that may be missing. */
export const optionalTexts = v.exactOptional(list(text))
