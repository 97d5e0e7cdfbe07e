import type { DeadLetter } from '../delivery/dead-letter'
import type { Queue } from './connect-queue'
import { messageIdOf } from './message-id'
import { DEAD_STREAM, DEAD_SUBJECTS, isNotFound, subjectOf } from './streams'

/** A dead letter and its place in the stream. */
export interface StoredLetter {
  readonly id: number
  readonly letter: DeadLetter
}

const PAGE = 500
const WAIT = 5000

/** The number of dead letters by subject. */
export async function countDeadLetters(
  { manager }: Queue,
  subject = DEAD_SUBJECTS
): Promise<Readonly<Record<string, number>>> {
  const { state } = await manager.streams.info(DEAD_STREAM, { subjects_filter: subject })
  return state.subjects ?? {}
}

/**
 * The dead letters that are stored now, oldest first.
 * @param subject only those of this subject, which may contain wildcards
 */
export async function* readDeadLetters(queue: Queue, subject = DEAD_SUBJECTS): AsyncGenerator<StoredLetter> {
  const { client, manager } = queue
  const { state } = await manager.streams.info(DEAD_STREAM)
  // If there is no letter, a fetch would wait for one.
  if (Object.keys(await countDeadLetters(queue, subject)).length === 0) return
  const consumer = await client.consumers.get(DEAD_STREAM, { filter_subjects: subject })
  try {
    for (;;) {
      let left = 0
      let isEmpty = true
      for await (const message of await consumer.fetch({ max_messages: PAGE, expires: WAIT })) {
        isEmpty = false
        left = message.info.pending
        // Letters that arrive meanwhile are not read.
        if (message.seq > state.last_seq) return
        yield { id: message.seq, letter: message.json<DeadLetter>() }
        if (left === 0) break
      }
      if (isEmpty || left === 0) return
    }
  } finally {
    await consumer.delete()
  }
}

/** The dead letter with this ID; undefined if there is none. */
export async function findDeadLetter({ manager }: Queue, id: number): Promise<StoredLetter | undefined> {
  try {
    const message = await manager.streams.getMessage(DEAD_STREAM, { seq: id })
    return message === null ? undefined : { id, letter: message.json<DeadLetter>() }
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/**
 * Puts the event of a dead letter back into the queue, then deletes the letter. A kill in between loses nothing,
 * because the letter still exists. Putting it back again within the duplicate window does not store its event twice.
 */
export async function putBack(queue: Queue, { id, letter }: StoredLetter): Promise<void> {
  const { client, manager } = queue
  const key = { source: letter.source, name: letter.destination }
  const msgID = messageIdOf(key, letter.event.messageId, id)
  await client.publish(subjectOf(key), JSON.stringify(letter.event), { msgID })
  try {
    await manager.streams.deleteMessage(DEAD_STREAM, id)
  } catch (error) {
    // Another process may have put it back meanwhile.
    if ((await findDeadLetter(queue, id)) !== undefined) throw error
  }
}
