import type { DeadLetter } from '../delivery/dead-letter'
import type { Queue } from './connect-queue'
import { DEAD_STREAM } from './streams'

/** A dead letter and its place in the stream. */
export interface StoredLetter {
  readonly id: number
  readonly letter: DeadLetter
}

const PAGE = 500
const WAIT = 5000

/** The dead letters that are stored now, oldest first. */
export async function* readDeadLetters({ client, manager }: Queue): AsyncGenerator<StoredLetter> {
  const { state } = await manager.streams.info(DEAD_STREAM)
  if (state.messages === 0) return
  const consumer = await client.consumers.get(DEAD_STREAM)
  for (;;) {
    let left = 0
    let isEmpty = true
    for await (const message of await consumer.fetch({ max_messages: PAGE, expires: WAIT })) {
      isEmpty = false
      left = message.info.pending
      // What comes in meanwhile is left for the next time.
      if (message.seq > state.last_seq) return
      yield { id: message.seq, letter: message.json<DeadLetter>() }
      if (left === 0) break
    }
    if (isEmpty || left === 0) return
  }
}
