/** A value as JSON. A value that is nested too deeply for `JSON.stringify` is replaced by a sentence that says so. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return '"(nested too deeply to be shown)"'
    throw error
  }
}

/** A list as a JSON array. A value that is nested too deeply affects only its own element. */
export function jsonList(values: readonly unknown[]): string {
  return `[${values.map(jsonText).join(',')}]`
}

/** Estimated bytes of one property, element or object in memory. */
const BYTES_PER_VALUE = 32

/** Estimated size in memory of parsed JSON, in bytes: many small values need far more space than their text. */
export function estimatedSize(json: string): number {
  let values = 1
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]
    if (character === ',' || character === '{' || character === '[') values += 1
  }
  return json.length + values * BYTES_PER_VALUE
}
