/** Converts a value to JSON. A value that is nested too deeply for `JSON.stringify` is replaced by a note. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return '"(nested too deeply to be shown)"'
    throw error
  }
}

/** Converts a list to a JSON array. An element that is nested too deeply does not affect the others. */
export function jsonList(values: readonly unknown[]): string {
  return `[${values.map(jsonText).join(',')}]`
}

/** Estimated memory of one property, element or object, in bytes. */
const BYTES_PER_VALUE = 32

/** Estimates the memory of parsed JSON, in bytes. Many small values take far more memory than their text. */
export function estimatedSize(json: string): number {
  let values = 1
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]
    if (character === ',' || character === '{' || character === '[') values += 1
  }
  return json.length + values * BYTES_PER_VALUE
}
