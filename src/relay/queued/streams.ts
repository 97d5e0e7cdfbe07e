import type { ConsumerInfo, StreamConfig } from '@nats-io/jetstream'
import type { QueueConfig, RelayConfig } from '../config/read-config'
import { DEAD_LETTER_DAYS } from '../delivery/dead-letter'
import type { Queue } from './connect-queue'

/** A source and the name of one of its destinations. */
export interface DestinationKey {
  readonly source: string
  readonly name: string
}

const PREFIX = 'segment-tiktok'
/** NATS takes times in nanoseconds. */
const MILLISECOND = 1_000_000
const SECOND = 1000 * MILLISECOND
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** If a worker reports nothing for this time, NATS delivers the worker's batch again. Workers report more often. */
const ACK_WAIT = 30 * SECOND

/** Within this time, a repeated message ID counts as one message. Later, TikTok's deduplication drops repetitions. */
const DUPLICATE_WINDOW = 10 * MINUTE

/** The maximum number of events in open batches or waiting for a retry. */
const MAX_UNSETTLED = 50_000

/** The name of the consumer of each destination's stream. All relays share this consumer. */
export const CONSUMER = 'relay'

/** The stream of all dead letters. Each destination has its own subject. */
export const DEAD_STREAM = `${PREFIX}_dead`

/** The stream of a destination's events. */
export const streamOf = ({ source, name }: DestinationKey): string => `${PREFIX}_${source}_${name}`

/** The subject of a destination's events. */
export const subjectOf = ({ source, name }: DestinationKey): string => `${PREFIX}.events.${source}.${name}`

/** The subject of a destination's dead letters; the source may be `*`. */
export const deadSubjectOf = ({ source, name }: DestinationKey): string => `${PREFIX}.dead.${source}.${name}`

/** The subjects of all dead letters. */
export const DEAD_SUBJECTS = `${PREFIX}.dead.*.*`

/** Every destination of every source, in the order of the configuration. */
export function destinationKeysOf({ sources }: Pick<RelayConfig, 'sources'>): DestinationKey[] {
  return sources.flatMap(({ name: source, destinations }) => destinations.map(({ name }) => ({ source, name })))
}

/** Creates missing streams and consumers, and updates existing streams to match the configuration. */
export async function ensureStreams(queue: Queue, config: QueueConfig, keys: readonly DestinationKey[]): Promise<void> {
  const { RetentionPolicy } = queue.library
  await ensureStream(queue, {
    name: DEAD_STREAM,
    subjects: [DEAD_SUBJECTS],
    retention: RetentionPolicy.Limits,
    max_age: DEAD_LETTER_DAYS * DAY,
    ...common(queue, config)
  })
  for (const key of keys) {
    await ensureStream(queue, {
      name: streamOf(key),
      subjects: [subjectOf(key)],
      retention: RetentionPolicy.Workqueue,
      max_age: config.maxAgeDays * DAY,
      ...common(queue, config)
    })
    await ensureConsumer(queue, key)
  }
}

function common({ library }: Queue, { maxBytes, replicas }: QueueConfig) {
  return {
    storage: library.StorageType.File,
    // A full stream refuses new events instead of dropping stored ones.
    discard: library.DiscardPolicy.New,
    max_bytes: maxBytes,
    num_replicas: replicas,
    duplicate_window: DUPLICATE_WINDOW,
    allow_direct: true
  }
}

type Changeable = Pick<StreamConfig, 'subjects' | 'max_age' | 'max_bytes' | 'num_replicas'>

async function ensureStream(
  { manager }: Queue,
  config: Partial<StreamConfig> & Changeable & { name: string }
): Promise<void> {
  const { subjects, max_age, max_bytes, num_replicas } = config
  try {
    const { config: known } = await manager.streams.info(config.name)
    const isSame = known.max_age === max_age && known.max_bytes === max_bytes && known.num_replicas === num_replicas
    if (!isSame) await manager.streams.update(config.name, { ...known, subjects, max_age, max_bytes, num_replicas })
  } catch (error) {
    if (!isNotFound(error)) throw error
    await manager.streams.add(config)
  }
}

/** Creates the consumer of a destination's events if there is none. */
export async function ensureConsumer({ manager, library }: Queue, key: DestinationKey): Promise<ConsumerInfo> {
  const stream = streamOf(key)
  try {
    return await manager.consumers.info(stream, CONSUMER)
  } catch (error) {
    if (!isNotFound(error)) throw error
    return manager.consumers.add(stream, {
      durable_name: CONSUMER,
      ack_policy: library.AckPolicy.Explicit,
      deliver_policy: library.DeliverPolicy.All,
      ack_wait: ACK_WAIT,
      max_deliver: -1,
      max_ack_pending: MAX_UNSETTLED
    })
  }
}

/** Whether an error of JetStream means that there is no such stream, consumer or message. */
export function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 404
}
