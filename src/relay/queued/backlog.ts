import type { Backlog } from '../delivery/mode'
import type { Queue } from './connect-queue'
import {
  CONSUMER,
  DEAD_STREAM,
  DEAD_SUBJECTS,
  deadSubjectOf,
  isNotFound,
  type DestinationKey,
  streamOf,
  subjectOf
} from './streams'

/** The waiting events in the streams, and the number of dead letters. */
export async function readBacklog(queue: Queue, keys: readonly DestinationKey[]): Promise<Backlog[]> {
  const { manager } = queue
  const dead = await manager.streams.info(DEAD_STREAM, { subjects_filter: DEAD_SUBJECTS })
  return Promise.all(
    keys.map(async (key): Promise<Backlog> => {
      // The number of messages in the stream would be too high, because some may be settled (see repair.ts).
      const { num_pending, num_ack_pending, ack_floor } = await manager.consumers.info(streamOf(key), CONSUMER)
      const depth = num_pending + num_ack_pending
      return {
        source: key.source,
        destination: key.name,
        depth,
        oldest: depth === 0 ? 0 : await ageOfOldest(queue, key, ack_floor.stream_seq),
        deadLetters: dead.state.subjects?.[deadSubjectOf(key)] ?? 0
      }
    })
  )
}

/** The age in seconds of the first message that is not settled. */
async function ageOfOldest({ manager }: Queue, key: DestinationKey, settled: number): Promise<number> {
  try {
    const query = { seq: settled + 1, next_by_subj: subjectOf(key) }
    const message = await manager.streams.getMessage(streamOf(key), query)
    return message === null ? 0 : Math.max(0, (Date.now() - message.time.getTime()) / 1000)
  } catch (error) {
    // It was settled in the meantime.
    if (isNotFound(error)) return 0
    throw error
  }
}
