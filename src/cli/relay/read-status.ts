import type { QueueConfig, RelayConfig } from '../../relay/config/read-config'
import { type DeadLetterFile, readDeadLetterSizes } from '../../relay/direct/dead-letter-sizes'
import type { RunningRelay } from '../../relay/operations/running-relay'
import { findProblem } from '../../relay/queued/problem'
import { readQueueStatus, type StreamSize } from '../../relay/queued/queue-status'
import { type DestinationKey, destinationKeysOf } from '../../relay/queued/streams'
import { destinationKeyName } from './dead-letters'
import { withQueue } from './with-queue'

/** The status of a destination. Unknown values are null. */
export interface DestinationStatus {
  readonly source: string
  readonly destination: string
  /** Events that are waiting or being sent. */
  readonly depth: number | null
  /** The age of the oldest of these events, in seconds; 0 if there are none. */
  readonly oldest: number | null
  /** Why sending is paused; false if it is not. */
  readonly paused: string | false | null
  readonly deadLetters: number | null
  readonly storage: StreamSize | null
}

/** The status of a relay and its queue. */
export interface Status {
  readonly mode: 'direct' | 'queued'
  /** The relay at the configured address. */
  readonly relay: { readonly origin: string | null; readonly isReachable: boolean; readonly problem: string | null }
  /** Why the queue accepts no events; null if it accepts them, or if there is no queue. */
  readonly queueProblem: string | null
  readonly destinations: readonly DestinationStatus[]
  readonly deadLetters:
    | ({ readonly count: number } & StreamSize)
    | {
        readonly count: number
        readonly bytes: number
        readonly folder: string
        readonly files: readonly DeadLetterFile[]
      }
}

/**
 * Reads the status of a relay and its queue.
 * @param relay the status that the relay at the configured address reports
 * @throws CliError if NATS cannot be reached or refuses a request, e.g. because the streams do not exist
 */
export function readStatus(config: RelayConfig, relay: RunningRelay): Promise<Status> {
  return config.queue === undefined ? directStatus(config, relay) : queuedStatus(config, config.queue, relay)
}

async function queuedStatus(config: RelayConfig, queueConfig: QueueConfig, relay: RunningRelay): Promise<Status> {
  const keys = destinationKeysOf(config)
  return withQueue(queueConfig, async (queue) => {
    const [status, problem] = await Promise.all([readQueueStatus(queue, keys), findProblem(queue, keys)])
    return {
      mode: 'queued',
      relay: toRelayStatus(relay),
      queueProblem: problem ?? null,
      destinations: status.destinations.map(({ source, destination, depth, oldest, deadLetters, bytes, maxBytes }) => ({
        source,
        destination,
        depth,
        oldest: Math.round(oldest),
        paused: pauseOf({ source, name: destination }, relay),
        deadLetters: deadLetters ?? 0,
        storage: { bytes, maxBytes }
      })),
      deadLetters: status.deadLetters
    }
  })
}

async function directStatus(config: RelayConfig, relay: RunningRelay): Promise<Status> {
  const files = await readDeadLetterSizes(config.deadLetterFolder)
  return {
    mode: 'direct',
    relay: toRelayStatus(relay),
    queueProblem: null,
    destinations: destinationKeysOf(config).map((key) => ({
      source: key.source,
      destination: key.name,
      depth: relay.destinations?.get(destinationKeyName(key))?.depth ?? null,
      oldest: null,
      paused: pauseOf(key, relay),
      deadLetters: null,
      storage: null
    })),
    deadLetters: {
      count: files.reduce((sum, { lines }) => sum + lines, 0),
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      folder: config.deadLetterFolder,
      files
    }
  }
}

function toRelayStatus({ origin, isReachable, problem }: RunningRelay): Status['relay'] {
  return { origin: origin ?? null, isReachable, problem: problem ?? null }
}

/**
 * Why sending is paused; false if it is not. Null if the relay's metrics cannot be read or do not include the
 * destination, e.g. because the destination was added to the configuration after the relay started.
 */
function pauseOf(key: DestinationKey, { destinations }: RunningRelay): string | false | null {
  const gauges = destinations?.get(destinationKeyName(key))
  return gauges === undefined ? null : (gauges.paused ?? false)
}
