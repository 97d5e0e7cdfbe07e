import type { Queue } from './connect-queue'
import { CONSUMER, type Lane, streamOf } from './streams'

/**
 * Deletes settled messages that are still in the stream. A NATS server that was killed remembers acknowledgements, but
 * not always the deletions (seen with 2.9). These messages would take up space until they expire.
 */
export async function sweepSettled({ manager }: Queue, lane: Lane): Promise<void> {
  const stream = streamOf(lane)
  const [consumer, { state }] = await Promise.all([
    manager.consumers.info(stream, CONSUMER),
    manager.streams.info(stream)
  ])
  // While nothing is under way, all that was delivered is settled; the floor may lag behind after a kill.
  const settled = consumer.num_ack_pending === 0 ? consumer.delivered.stream_seq : consumer.ack_floor.stream_seq
  if (state.messages > 0 && state.first_seq <= settled) await manager.streams.purge(stream, { seq: settled + 1 })
}
