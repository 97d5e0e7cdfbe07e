import { configurationError } from '../../runtime/configuration-error'

/**
 * Parses a JSON file that a user wrote.
 * @param text what the file holds
 * @param file its name, for the message
 * @throws IntegrationError with line and column, but without the text around it, which may be a token
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, firstMistake(text)).split('\n')
    const column = (before.at(-1)?.length ?? 0) + 1
    throw configurationError(`${file} is not valid JSON: see line ${before.length}, column ${column}.`)
  }
}

/**
 * The position at which parsing fails. Not every version of Node reports it, so a binary search finds the shortest
 * prefix that no text could complete to valid JSON.
 */
function firstMistake(text: string): number {
  let good = 0
  let bad = text.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (canBecomeJson(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function canBecomeJson(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const { message } = error as SyntaxError
    if (/^(?:Unexpected end|Unterminated)/.test(message)) return true
    const position = /at position (\d+)/.exec(message)?.[1]
    return position !== undefined && Number(position) >= beginning.length
  }
}
