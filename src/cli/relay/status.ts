import { type RelayConfig, readConfig } from '../../relay/config/read-config'
import { type DeadLetterFile, readDeadLetterSizes } from '../../relay/direct/dead-letter-sizes'
import { askRelay, type RunningRelay } from '../../relay/operations/running-relay'
import { findProblem } from '../../relay/queued/problem'
import { readQueueStatus, type StreamSize } from '../../relay/queued/queue-status'
import { type Lane, lanesOf } from '../../relay/queued/streams'
import { EXIT, type ExitCode } from '../exit'
import type { Terminal } from '../terminal'
import { laneName } from './dead-letters'
import { showStatus } from './show-status'
import { withQueue } from './with-queue'

/** The options of `relay status`. */
export interface StatusOptions {
  readonly config: string
  readonly port?: number
  readonly json?: boolean
}

/** How a destination is doing. What is not known is null. */
export interface DestinationStatus {
  readonly source: string
  readonly destination: string
  /** Events that wait or are under way. */
  readonly depth: number | null
  /** The age of the oldest event that waits, in seconds. */
  readonly oldest: number | null
  /** Why nothing is sent for a while; false when it is not so. */
  readonly paused: string | false | null
  readonly deadLetters: number | null
  readonly storage: StreamSize | null
}

/** How a relay and its queue are doing. */
export interface Status {
  readonly mode: 'direct' | 'queued'
  /** The relay that listens where the configuration says. */
  readonly relay: { readonly origin: string | null; readonly isReachable: boolean; readonly problem: string | null }
  /** Why the queue takes no events. */
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

/** Shows how a relay and its queue are doing. */
export async function relayStatus({ config: file, port, json }: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const config = readConfig(file, process.env)
  const relay = await askRelay({ ...config, port: port ?? config.port })
  const status = await (config.queue === undefined ? directStatus : queuedStatus)(config, relay)
  terminal.out(json === true ? `${JSON.stringify(status, null, 2)}\n` : showStatus(status, terminal))
  return takesEvents(status) ? EXIT.ok : EXIT.stopped
}

/** In the queued mode other relays may run elsewhere, so the queue decides. */
function takesEvents({ mode, relay, queueProblem }: Status): boolean {
  return mode === 'queued' ? queueProblem === null : relay.isReachable && relay.problem === null
}

async function queuedStatus(config: RelayConfig, relay: RunningRelay): Promise<Status> {
  if (config.queue === undefined) throw new TypeError('the direct mode has no queue')
  const lanes = lanesOf(config)
  return withQueue(config.queue, async (queue) => {
    const [status, problem] = await Promise.all([readQueueStatus(queue, lanes), findProblem(queue, lanes)])
    return {
      mode: 'queued',
      relay: shownRelay(relay),
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
    relay: shownRelay(relay),
    queueProblem: null,
    destinations: lanesOf(config).map((lane) => ({
      source: lane.source,
      destination: lane.name,
      depth: relay.destinations?.get(laneName(lane))?.depth ?? null,
      oldest: null,
      paused: pauseOf(lane, relay),
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

function shownRelay({ origin, isReachable, problem }: RunningRelay): Status['relay'] {
  return { origin: origin ?? null, isReachable, problem: problem ?? null }
}

function pauseOf(lane: Lane, { destinations }: RunningRelay): string | false | null {
  return destinations === undefined ? null : (destinations.get(laneName(lane))?.paused ?? false)
}
