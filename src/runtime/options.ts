import { configurationError, requireKnownKeys } from './configuration-error'
import type { ConnectOptions } from './types'

/** The longest time that a timer can wait, in milliseconds. */
const LONGEST = 2_147_483_647

const OPTIONS = ['subscriptions', 'request', 'timeout', 'concurrency', 'signal'] satisfies (keyof ConnectOptions)[]

type CheckedOptions = ConnectOptions & Required<Pick<ConnectOptions, 'timeout' | 'concurrency'>>

/**
 * Checks the options of `connect` and fills in the defaults.
 * @throws IntegrationError for an unknown key and for a number out of range
 */
export function checkOptions(options: ConnectOptions): CheckedOptions {
  requireKnownKeys(options, OPTIONS, 'options', 'option of connect')
  const { timeout = 10_000, concurrency = 4 } = options
  if (!(timeout > 0 && timeout <= LONGEST)) {
    throw configurationError(`options.timeout must be 1 to ${LONGEST} milliseconds.`)
  }
  if (!(Number.isInteger(concurrency) && concurrency > 0)) {
    throw configurationError('options.concurrency must be a whole number from 1.')
  }
  return { ...options, timeout, concurrency }
}
