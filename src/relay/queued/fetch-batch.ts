import type { Consumer, JsMsg } from '@nats-io/jetstream'

const SECOND = 1000

/** How long a fetch waits for a full batch. It is the shortest time that the client allows. */
const WAIT = SECOND

/** The time after which a fetch that has not ended is stopped. */
const GIVE_UP = 10 * SECOND

/**
 * Fetches the messages that arrive within a second, up to a maximum. Messages that arrive before an error are returned.
 * @param signals each of them ends the fetch
 * @throws the error of the NATS client, if no message arrived before it
 */
export async function fetchBatch(consumer: Consumer, max: number, signals: readonly AbortSignal[]): Promise<JsMsg[]> {
  const messages: JsMsg[] = []
  try {
    const iterator = await consumer.fetch({ max_messages: max, expires: WAIT })
    const stop = (): void => {
      iterator.stop()
    }
    const timer = setTimeout(stop, GIVE_UP)
    for (const signal of signals) signal.addEventListener('abort', stop)
    try {
      for await (const message of iterator) messages.push(message)
    } finally {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', stop)
    }
  } catch (error) {
    if (messages.length === 0) throw error
  }
  return messages
}
