import type { DeadLetter } from '../delivery/dead-letter'
import type { Queue } from './connect-queue'
import { messageIdOf } from './message-id'
import { deadSubjectOf } from './streams'

/** Stores a dead letter; an event that dies again within the duplicate window is stored once. */
export async function bury({ client }: Queue, letter: DeadLetter): Promise<void> {
  const lane = { source: letter.source, name: letter.destination }
  const msgID = messageIdOf(lane, letter.event.messageId)
  await client.publish(deadSubjectOf(lane), JSON.stringify(letter), { msgID })
}
