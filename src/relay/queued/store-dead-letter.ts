import type { DeadLetter } from '../delivery/dead-letter'
import type { Queue } from './connect-queue'
import { messageIdOf } from './message-id'
import { deadSubjectOf } from './streams'

/**
 * Stores a dead letter. If the same stored event fails again within the duplicate window, no second letter is stored.
 * An event that was put back into the queue has another sequence number, so it gets a new dead letter if it fails
 * again.
 */
export async function storeDeadLetter({ client }: Queue, letter: DeadLetter, sequence: number): Promise<void> {
  const key = { source: letter.source, name: letter.destination }
  const msgID = messageIdOf(key, letter.event.messageId, sequence)
  await client.publish(deadSubjectOf(key), JSON.stringify(letter), { msgID })
}
