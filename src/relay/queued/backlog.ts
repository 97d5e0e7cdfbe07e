import type { Backlog } from '../delivery/mode'
import type { Queue } from './connect-queue'
import {
  CONSUMER,
  DEAD_STREAM,
  DEAD_SUBJECTS,
  deadSubjectOf,
  isNotFound,
  type Lane,
  streamOf,
  subjectOf
} from './streams'

/** The waiting events in the streams, and the number of dead letters. */
export async function readBacklog(queue: Queue, lanes: readonly Lane[]): Promise<Backlog[]> {
  const { manager } = queue
  const dead = await manager.streams.info(DEAD_STREAM, { subjects_filter: DEAD_SUBJECTS })
  return Promise.all(
    lanes.map(async (lane): Promise<Backlog> => {
      // The number of messages in the stream would be too high, because some may be settled (see repair.ts).
      const { num_pending, num_ack_pending, ack_floor } = await manager.consumers.info(streamOf(lane), CONSUMER)
      const depth = num_pending + num_ack_pending
      return {
        source: lane.source,
        destination: lane.name,
        depth,
        oldest: depth === 0 ? 0 : await ageOfOldest(queue, lane, ack_floor.stream_seq),
        deadLetters: dead.state.subjects?.[deadSubjectOf(lane)] ?? 0
      }
    })
  )
}

/** The age in seconds of the first message that is not settled. */
async function ageOfOldest({ manager }: Queue, lane: Lane, settled: number): Promise<number> {
  try {
    const query = { seq: settled + 1, next_by_subj: subjectOf(lane) }
    const message = await manager.streams.getMessage(streamOf(lane), query)
    return message === null ? 0 : Math.max(0, (Date.now() - message.time.getTime()) / 1000)
  } catch (error) {
    // It was settled in the meantime.
    if (isNotFound(error)) return 0
    throw error
  }
}
