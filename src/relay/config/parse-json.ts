import { configurationError } from '../../runtime/configuration-error'

/**
 * Parses a JSON file that a user wrote.
 * @param text the content of the file
 * @param file the name of the file, for the error
 * @throws IntegrationError that names the line and the column, but does not quote the text, which may contain a token
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, errorPosition(text)).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    throw configurationError(`${file} is not valid JSON: see line ${before.length}, column ${column}.`)
  }
}

/**
 * Finds the position of the first error. Not every version of Node reports it, so a binary search finds the shortest
 * prefix that cannot be completed to valid JSON.
 */
function errorPosition(text: string): number {
  let good = 0
  let bad = text.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (isValidPrefix(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function isValidPrefix(prefix: string): boolean {
  try {
    JSON.parse(prefix)
    return true
  } catch (error) {
    const { message } = error as SyntaxError
    if (/^(?:Unexpected end|Unterminated)/.test(message)) return true
    // For some incomplete texts, such as `{`, Node reports an error after the last character instead.
    const position = /at position (\d+)/.exec(message)?.[1]
    return position !== undefined && Number(position) >= prefix.length
  }
}
