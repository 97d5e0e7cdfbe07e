import type { DeadLetter } from '../delivery/dead-letter'
import type { Queue } from './connect-queue'
import { messageIdOf } from './message-id'
import { deadSubjectOf } from './streams'

/**
 * Stores a dead letter. It is stored once if the same stored event fails again within the duplicate window. An
 * event that was put back into the queue has another sequence number, so it gets a new dead letter if it fails again.
 */
export async function bury({ client }: Queue, letter: DeadLetter, sequence: number): Promise<void> {
  const lane = { source: letter.source, name: letter.destination }
  const msgID = messageIdOf(lane, letter.event.messageId, sequence)
  await client.publish(deadSubjectOf(lane), JSON.stringify(letter), { msgID })
}
