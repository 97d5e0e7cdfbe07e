import { IntegrationError } from '@segment/actions-core'
import { closest } from 'fastest-levenshtein'

/** The error for a mistake in the configuration, which is found before any event is sent. */
export function configurationError(message: string): IntegrationError {
  return new IntegrationError(message, 'InvalidConfiguration', 400)
}

/**
 * Suggests the known word that is nearest to an unknown one.
 * @returns a sentence with a leading space; empty if no word is known
 */
export function didYouMean(unknown: string, known: readonly string[]): string {
  return known.length === 0 ? '' : ` Did you mean ${closest(unknown, known)}?`
}

/**
 * Refuses an object that has an unknown key.
 * @param place the name of the object, e.g. `settings`
 * @param kind the noun for its keys, with its article, e.g. `a setting of TikTok Offline Conversions`
 * @throws IntegrationError that names the key and the nearest known one
 */
export function requireKnownKeys(given: object, known: readonly string[], place: string, kind: string): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown !== undefined) {
    throw configurationError(`${place}.${unknown} is not ${kind}.${didYouMean(unknown, known)}`)
  }
}

/**
 * The message of an error. For a collection of errors, such as actions-core throws, all messages, without stacks. Empty
 * for a value that is not an error.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const parts: unknown[] = Symbol.iterator in error ? [...(error as unknown as Iterable<unknown>)] : [error]
  return parts.map((part) => (part as Error).message).join(' ')
}
