import { IntegrationError } from '@segment/actions-core'
import { closest } from 'fastest-levenshtein'

/** The error for what is wrong before the first event: settings, subscriptions, mappings. */
export function configurationError(message: string): IntegrationError {
  return new IntegrationError(message, 'InvalidConfiguration', 400)
}

/** Names the right word that is nearest to a wrong one. */
export function didYouMean(wrong: string, right: readonly string[]): string {
  return right.length === 0 ? '' : ` Did you mean ${closest(wrong, right)}?`
}

/**
 * Refuses an object with a key that nobody reads.
 * @param place what the object is called, e.g. `settings`
 * @param what what its keys are, e.g. `setting of TikTok Offline Conversions`
 * @throws IntegrationError that names the key and the nearest right one
 */
export function requireKnownKeys(given: object, known: readonly string[], place: string, what: string): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown !== undefined) throw configurationError(`${place}.${unknown} is no ${what}.${didYouMean(unknown, known)}`)
}

/** What an error of actions-core says: of one that collects several, the message of each, without their stacks. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const parts: unknown[] = Symbol.iterator in error ? [...(error as unknown as Iterable<unknown>)] : [error]
  return parts.map((part) => (part as Error).message).join(' ')
}
