import { configurationError, requireKnownKeys } from './configuration-error'
import type { ConnectOptions } from './types'

/** The longest time that a timer can wait, in milliseconds. */
const MAX_TIMEOUT = 2_147_483_647

const OPTIONS = ['subscriptions', 'request', 'timeout', 'concurrency', 'signal'] satisfies (keyof ConnectOptions)[]

type CheckedOptions = ConnectOptions & Required<Pick<ConnectOptions, 'timeout' | 'concurrency'>>

/**
 * Checks the options of `connect` and fills in the defaults.
 * @throws IntegrationError for an unknown key or an invalid number
 */
export function checkOptions(options: ConnectOptions): CheckedOptions {
  requireKnownKeys(options, OPTIONS, 'options', 'an option of connect')
  const { timeout = 10_000, concurrency = 4 } = options
  if (!(timeout >= 1 && timeout <= MAX_TIMEOUT)) {
    throw configurationError(`options.timeout must be between 1 and ${MAX_TIMEOUT} milliseconds.`)
  }
  if (!(Number.isInteger(concurrency) && concurrency > 0)) {
    throw configurationError('options.concurrency must be a positive integer.')
  }
  return { ...options, timeout, concurrency }
}
