import type { Queue } from './connect-queue'
import { CONSUMER, ensureConsumer, type DestinationKey, streamOf } from './streams'

/** The state of the consumer and the stream at one moment. */
interface ConsumerState {
  /** When the consumer was created. */
  readonly created: string
  /** The sequence number up to which the consumer treats all messages as settled. */
  readonly settled: number
  /** Whether the consumer waits for acknowledgements. */
  readonly isWaiting: boolean
  /** The sequence number of the first message in the stream, or of the next one if the stream is empty. */
  readonly first: number
}

/**
 * Creates the function that repairs a consumer if it contradicts its stream. Call the function regularly. A killed NATS
 * server may have written an acknowledgement to the disk without the deletion that follows it, or the deletion without
 * the acknowledgement (seen with 2.9). Then settled messages stay in the stream until they expire, or an
 * acknowledgement stays pending for ever.
 *
 * The rule: a message that is settled at one check is not in the stream at the next, and a message that is not in the
 * stream at one check is not pending at the next. Otherwise the consumer is recreated and delivers the whole stream.
 *
 * This loses nothing, because a message stays in the stream until it is settled or expires. TikTok counts repeated
 * events once.
 */
export function createRepair(queue: Queue, key: DestinationKey): () => Promise<void> {
  const stream = streamOf(key)
  const { consumers, streams } = queue.manager
  let before: ConsumerState | undefined

  return async () => {
    const { config, created, num_ack_pending, ack_floor, delivered } = await ensureConsumer(queue, key)
    const { state } = await streams.info(stream)
    const isWaiting = num_ack_pending > 0
    const now: ConsumerState = {
      created,
      // The floor may lag behind while no acknowledgement is pending.
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

function contradicts(before: ConsumerState, now: ConsumerState): boolean {
  return before.settled >= now.first || (now.isWaiting && now.settled + 1 < before.first)
}
