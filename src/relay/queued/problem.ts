import type { Queue } from './connect-queue'
import { DEAD_STREAM, type DestinationKey, isNotFound, streamOf } from './streams'

/** The maximum size of an event with its headers, in bytes. */
const ROOM = 33 * 1024

const NO_ANSWER = 'NATS JetStream does not answer.'

/**
 * Why events or dead letters cannot be stored: NATS cannot be reached, or a stream is missing or has no room for
 * another event.
 * @returns undefined if they can be stored
 */
export async function findProblem(
  { manager, session }: Queue,
  keys: readonly DestinationKey[]
): Promise<string | undefined> {
  if (session().aborted) return NO_ANSWER
  try {
    for (const stream of [DEAD_STREAM, ...keys.map(streamOf)]) {
      const { config, state } = await manager.streams.info(stream)
      if (state.bytes + ROOM > config.max_bytes) return `The stream ${stream} is full.`
    }
    return undefined
  } catch (error) {
    return isNotFound(error) ? 'A stream is missing. A relay creates it when it starts.' : NO_ANSWER
  }
}
