import type { Backlog } from '../delivery/mode'
import { readBacklog } from './backlog'
import type { Queue } from './connect-queue'
import { DEAD_STREAM, type DestinationKey, streamOf } from './streams'

/** The size of a stream and its maximum. */
export interface StreamSize {
  readonly bytes: number
  readonly maxBytes: number
}

/** The content of the streams. */
export interface QueueStatus {
  /** The waiting events of each destination. */
  readonly destinations: readonly (Backlog & StreamSize)[]
  readonly deadLetters: StreamSize & { readonly count: number }
}

/** Reads the status of the streams of these destinations. */
export async function readQueueStatus(queue: Queue, keys: readonly DestinationKey[]): Promise<QueueStatus> {
  const read = async (stream: string): Promise<StreamSize & { readonly count: number }> => {
    const { config, state } = await queue.manager.streams.info(stream)
    return { count: state.messages, bytes: state.bytes, maxBytes: config.max_bytes }
  }
  const [backlog, deadLetters, ...sizes] = await Promise.all([
    readBacklog(queue, keys),
    read(DEAD_STREAM),
    ...keys.map((key) => read(streamOf(key)))
  ])
  return {
    destinations: backlog.map((waiting, index) => {
      const { bytes = 0, maxBytes = 0 } = sizes[index] ?? {}
      return { ...waiting, bytes, maxBytes }
    }),
    deadLetters
  }
}
