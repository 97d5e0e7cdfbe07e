import type { Queue } from './connect-queue'
import { CONSUMER, ensureConsumer, type Lane, streamOf } from './streams'

/** What the consumer and the stream say at one moment. */
interface Look {
  /** When the consumer was made. */
  readonly created: string
  /** The consumer takes everything up to this message for settled. */
  readonly settled: number
  /** Whether the consumer waits for acknowledgements. */
  readonly isWaiting: boolean
  /** The first message that is in the stream. */
  readonly first: number
}

/**
 * Mends a consumer that contradicts its stream; call it every so often. A killed NATS server may have written an
 * acknowledgement to the disk without the deletion that follows it, or the deletion without the acknowledgement (seen
 * with 2.9): settled messages would lie in the stream until they expire, or an acknowledgement would be pending for ever.
 *
 * The rule: what is settled at one look is out of the stream at the next, and what is out of the stream at one look is
 * not waited for at the next. Otherwise the consumer is made anew, and delivers everything that is in the stream.
 *
 * This can lose nothing, because it deletes no message: only an acknowledgement does. TikTok counts repeated events once.
 *
 * In a cluster of 2.9 it may take several attempts. There each server deletes messages by itself, one that was killed may
 * keep some, and a consumer finds these only if that server, chosen at random, leads it.
 */
export function createRepair(queue: Queue, lane: Lane): () => Promise<void> {
  const stream = streamOf(lane)
  const { consumers, streams } = queue.manager
  let before: Look | undefined

  return async () => {
    const { config, created, num_ack_pending, ack_floor, delivered } = await ensureConsumer(queue, lane)
    const { state } = await streams.info(stream)
    const isWaiting = num_ack_pending > 0
    const now: Look = {
      created,
      // The floor may lag behind while nothing is waited for.
      settled: (isWaiting ? ack_floor : delivered).stream_seq,
      isWaiting,
      first: state.messages === 0 ? state.last_seq + 1 : state.first_seq
    }
    const isBroken = before?.created === created && contradicts(before, now)
    before = now
    if (!isBroken) return
    await consumers.delete(stream, CONSUMER)
    await consumers.add(stream, config)
  }
}

function contradicts(before: Look, now: Look): boolean {
  return before.settled >= now.first || (now.isWaiting && now.settled + 1 < before.first)
}
