import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Sandbox, startSandbox } from '../../../src/sandbox'
import { type ChaosCounts, type ChaosOptions, isBad, runChaos } from './chaos'
import { configOf } from './config-of'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { readDeadLetters } from '../../../src/relay/queued/dead-letters'
import { createRepair } from '../../../src/relay/queued/repair'
import { CONSUMER, ensureStreams, streamOf } from '../../../src/relay/queued/streams'
import { freePort, queueConfig, startNats } from './nats'
import { relayProcess } from './relay-process'
import { succeeds } from './succeeds'

const KEY = { source: 'shop', name: 'web' }

/** How long a queue may take to become empty after the last event was sent, in milliseconds. */
const MAX_DRAIN = 10 * 60_000

/** The result of a run. */
export interface ChaosResult {
  readonly sent: ChaosCounts
  readonly found: {
    /** Good events that TikTok counts. */
    readonly counted: number
    readonly countedTwice: number
    /** Bad events among the dead letters, each counted once. */
    readonly dead: number
    /** Events that are still in the queue. */
    readonly left: number
    /** The IDs of bad events that were counted, and of good events among the dead letters. */
    readonly wrong: readonly string[]
  }
  /** Copies that TikTok accepted and did not count. */
  readonly copies: number
}

/** What a run must find when nothing is lost and nothing is wrong. */
export function nothingLost({ good, bad }: ChaosCounts): ChaosResult['found'] {
  return { counted: good, countedTwice: 0, dead: bad, left: 0, wrong: [] }
}

/** The options of a run in the direct mode. */
export type DirectChaosOptions = Pick<ChaosOptions, 'events' | 'rate' | 'killRelayEvery'>

/** Runs one relay in the direct mode, which is killed at intervals. */
export async function runDirectChaos(options: DirectChaosOptions): Promise<ChaosResult> {
  const folder = await mkdtemp(join(tmpdir(), 'direct-chaos-'))
  const sandbox = await startSandbox({ maxBytes: Infinity })
  const config = join(folder, 'relay.json')
  await writeFile(config, JSON.stringify(configOf(sandbox.origin)))
  const port = await freePort()
  const relay = relayProcess(config, port)
  await relay.start()
  try {
    const sent = await runChaos({
      ...options,
      origins: [`http://127.0.0.1:${port}`],
      sandbox,
      relays: [relay],
      natsServers: [],
      killNatsEvery: 0
    })
    relay.terminate()
    await relay.ended()
    const letters = join(folder, 'dead-letters')
    const texts = await Promise.all((await readdir(letters)).map((name) => readFile(join(letters, name), 'utf8')))
    const ids = texts.flatMap((text) => text.split('\n')).flatMap((line) => idOfLetter(line))
    return judgeChaos(sent, sandbox, ids, 0)
  } finally {
    await relay.kill()
    await sandbox.close()
    await rm(folder, { recursive: true })
  }
}

/** The options of a run in the queued mode. */
export interface QueuedChaosOptions extends DirectChaosOptions {
  readonly relays: number
  /** Whether a killed relay's events come back after 3 seconds instead of 30. */
  readonly isHurried: boolean
  /** The number of NATS servers. Three form a cluster, and all three store each event. */
  readonly servers: 1 | 3
  readonly killNatsEvery: number
}

/** Runs relays in the queued mode with NATS servers. The relays are killed in turn, and so are the servers. */
export async function runQueuedChaos(options: QueuedChaosOptions): Promise<ChaosResult> {
  const folder = await mkdtemp(join(tmpdir(), 'queued-chaos-'))
  const sandbox = await startSandbox({ maxBytes: Infinity })
  const nats = await startNats(options.servers)
  const settings = { servers: nats.urls, replicas: options.servers }
  const config = join(folder, 'relay.json')
  await writeFile(config, JSON.stringify(configOf(sandbox.origin, { queue: settings })))
  const ports = await Promise.all(Array.from({ length: options.relays }, freePort))
  const relays = ports.map((port) => relayProcess(config, port))
  const queue = await connectQueue(queueConfig(nats.urls), true)
  try {
    await prepareStreams(queue, options)
    await Promise.all(relays.map((relay) => relay.start()))
    const sent = await runChaos({
      ...options,
      origins: ports.map((port) => `http://127.0.0.1:${port}`),
      sandbox,
      relays,
      natsServers: nats.servers
    })
    const left = await drain(queue, options)
    const deadIds: string[] = []
    for await (const { letter } of readDeadLetters(queue)) deadIds.push(letter.event.messageId)
    return judgeChaos(sent, sandbox, deadIds, left)
  } finally {
    await queue.connection.close()
    await Promise.all(relays.map((relay) => relay.kill()))
    await nats.close()
    await sandbox.close()
    await rm(folder, { recursive: true })
  }
}

/** Creates the streams as a relay does. It retries, because servers that have just started may not be ready. */
async function prepareStreams(queue: Queue, { servers, isHurried }: QueuedChaosOptions): Promise<void> {
  const config = queueConfig([], { replicas: servers })
  while (!(await succeeds(ensureStreams(queue, config, [KEY])))) await setTimeout(200)
  if (isHurried) await queue.manager.consumers.update(streamOf(KEY), CONSUMER, { ack_wait: 3e9 })
}

/** Waits until the queue is empty, at most {@link MAX_DRAIN}. Returns the number of events that are left. */
async function drain(queue: Queue, { isHurried }: QueuedChaosOptions): Promise<number> {
  const end = performance.now() + MAX_DRAIN
  const repair = createRepair(queue, KEY)
  for (;;) {
    const left = await countLeft(queue)
    if (left === 0 || performance.now() > end) return left
    await setTimeout(500)
    // The relays repair their queues too, but less often.
    if (isHurried) await succeeds(repair())
  }
}

async function countLeft({ manager }: Queue): Promise<number> {
  try {
    const { state } = await manager.streams.info(streamOf(KEY))
    const { num_pending, num_ack_pending } = await manager.consumers.info(streamOf(KEY), CONSUMER)
    return Math.max(state.messages, num_pending + num_ack_pending)
  } catch {
    // The server may be about to start.
    return Infinity
  }
}

/** Compares the events that arrived with the events that were sent. */
function judgeChaos(
  sent: ChaosResult['sent'],
  sandbox: Sandbox,
  deadIds: readonly string[],
  left: number
): ChaosResult {
  const isBadId = (id: string): boolean => isBad(Number(id))
  const counted = sandbox.counted.map(({ event_id = '' }) => event_id)
  const good = new Set(counted.filter((id) => !isBadId(id)))
  const dead = new Set(deadIds)
  return {
    sent,
    found: {
      counted: good.size,
      countedTwice: counted.length - new Set(counted).size,
      dead: [...dead].filter(isBadId).length,
      left,
      wrong: [...counted.filter(isBadId), ...[...dead].filter((id) => !isBadId(id))]
    },
    copies: sandbox.accepted.length - sandbox.counted.length
  }
}

/** The id of a dead letter; a line that a kill cut off has none. */
function idOfLetter(line: string): string[] {
  try {
    return [(JSON.parse(line) as { event: { messageId: string } }).event.messageId]
  } catch {
    return []
  }
}
