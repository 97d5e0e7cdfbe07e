import type { Consumer, JsMsg } from '@nats-io/jetstream'

const SECOND = 1000

/** How long a batch waits to be full; the shortest time that the client allows. */
const WAIT = SECOND

/** The time after which a fetch that neither returns anything nor ends is given up. */
const GIVE_UP = 10 * SECOND

/**
 * Fetches up to so many messages: what is there after a second. What came before something went wrong is delivered too.
 * @param signals each of them ends it
 * @throws what NATS's client throws, when nothing came before it
 */
export async function fetchBatch(consumer: Consumer, most: number, signals: readonly AbortSignal[]): Promise<JsMsg[]> {
  const messages: JsMsg[] = []
  try {
    const iterator = await consumer.fetch({ max_messages: most, expires: WAIT })
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
