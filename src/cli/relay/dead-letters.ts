import { type RelayConfig, readConfig } from '../../relay/config/read-config'
import type { Queue } from '../../relay/queued/connect-queue'
import { DEAD_SUBJECTS, deadSubjectOf, type DestinationKey, destinationKeysOf } from '../../relay/queued/streams'
import { didYouMean } from '../../runtime/configuration-error'
import { CliError } from '../exit'
import { directModeText } from './direct-mode-text'
import { withQueue } from './with-queue'

/** The options of the `relay dead` commands; `relay dead show` has only `config`. */
export interface DeadOptions {
  readonly config: string
  readonly destination?: string
  readonly limit?: number
}

/** The queue and the dead letters that a command works on. */
export interface DeadLetters {
  readonly queue: Queue
  /** The destinations of the configuration. */
  readonly keys: readonly DestinationKey[]
  /** The subject of the dead letters that `--destination` chooses. */
  readonly subject: string
}

/**
 * Opens the dead letters of a relay in the queued mode.
 * @throws CliError in the direct mode, which stores them in files; the message says how to send them again
 */
export async function withDeadLetters<Result>(
  { config: file, destination }: DeadOptions,
  work: (letters: DeadLetters) => Promise<Result>
): Promise<Result> {
  const config = readConfig(file, process.env)
  const { queue: queueConfig } = config
  if (queueConfig === undefined) throw new CliError(await directModeText(config))
  const subject = destination === undefined ? DEAD_SUBJECTS : subjectFor(destination, config)
  return withQueue(queueConfig, (queue) => work({ queue, keys: destinationKeysOf(config), subject }))
}

/** @param destination `NAME` for the destinations of this name in all sources, or `SOURCE/NAME` for one */
function subjectFor(destination: string, config: RelayConfig): string {
  const keys = destinationKeysOf(config)
  const key = keys.find((key) => destinationKeyName(key) === destination)
  if (key !== undefined) return deadSubjectOf(key)
  if (keys.some(({ name }) => name === destination)) return deadSubjectOf({ source: '*', name: destination })
  const known = keys.map((key) => (destination.includes('/') ? destinationKeyName(key) : key.name))
  throw new CliError(`--destination: the configuration has no ${destination}.${didYouMean(destination, known)}`)
}

/** A destination with its source, as the commands show it. */
export function destinationKeyName({ source, name }: DestinationKey): string {
  return `${source}/${name}`
}
