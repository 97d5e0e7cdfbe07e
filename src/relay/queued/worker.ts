import type { Consumer, JsMsg } from '@nats-io/jetstream'
import { setTimeout } from 'node:timers/promises'
import type { Reporter } from '../delivery/reporter'
import { sendBatch } from '../delivery/send-batch'
import type { CompleteEvent } from '../intake/complete-event'
import { fetchBatch } from './fetch-batch'
import { type QueuedEvent, settle, type SettleOptions } from './settle'

/** Delivers the events of one destination, one batch after the other. */
export interface Worker {
  /** Stops fetching. Resolves when the open batch is settled. */
  stop(): Promise<void>
  /** Returns the open batch to the queue at once. */
  returnOpenBatch(): void
}

const SECOND = 1000

/** The interval at which the queue is told that a batch is still being delivered. */
const KEEP = 10 * SECOND

/** The options of a worker. */
export interface WorkerOptions extends SettleOptions {
  /** Returns the signal of the current connection to the queue. It is aborted when the connection is lost. */
  readonly session: () => AbortSignal
}

/** Starts a worker. */
export function startWorker(consumer: Consumer, options: WorkerOptions): Worker {
  const { destination, reporter, session } = options
  const stopping = new AbortController()
  let openBatch: readonly JsMsg[] = []

  const work = async (): Promise<void> => {
    const current = session()
    if (current.aborted) {
      await pauseFor(SECOND / 2, stopping.signal)
      return
    }
    const permit = destination.gate.tryAcquire()
    if ('wait' in permit) {
      await pauseFor(permit.wait, stopping.signal)
      return
    }
    let messages: JsMsg[] = []
    try {
      messages = await fetchBatch(consumer, permit.maxEvents, [stopping.signal, current])
    } catch (error) {
      reporter.failed('fetching events', error)
      await pauseFor(SECOND, stopping.signal)
    }
    if (messages.length === 0 || stopping.signal.aborted) {
      destination.gate.cancel(permit)
      for (const message of messages) message.nak()
      return
    }
    openBatch = messages
    const keep = setInterval(() => {
      for (const message of messages) message.working()
    }, KEEP)
    try {
      const events = messages.flatMap((message) => read(message, reporter))
      if (events.length === 0) {
        destination.gate.cancel(permit)
        return
      }
      const results = await sendBatch(
        destination,
        permit,
        events.map(({ event }) => event),
        reporter
      )
      const failures = await Promise.all(
        events.map((one, index) => settle(one, results[index] ?? { status: 'retry' }, options))
      )
      const failure = failures.find((error) => error !== undefined)
      if (failure !== undefined) reporter.failed('storing dead letters', failure)
    } finally {
      clearInterval(keep)
      openBatch = []
    }
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await work()
      } catch (error) {
        reporter.failed('delivering a batch', error)
        await pauseFor(SECOND, stopping.signal)
      }
    }
  }
  const done = run()

  return {
    stop() {
      stopping.abort()
      return done
    },
    returnOpenBatch() {
      for (const message of openBatch) message.nak()
    }
  }
}

/** Parses a stored event. Only relays write into the stream, and they write JSON. Other messages are dropped. */
function read(message: JsMsg, reporter: Reporter): QueuedEvent[] {
  try {
    return [{ message, event: message.json<CompleteEvent>() }]
  } catch (error) {
    message.term()
    reporter.failed('reading a stored event', error)
    return []
  }
}

async function pauseFor(time: number, signal: AbortSignal): Promise<void> {
  // The worker looks at the gate again after a minute: if the system clock is set forward, the gate opens earlier, but
  // a timer does not end earlier.
  await setTimeout(Math.min(time, 60 * SECOND), undefined, { signal }).catch(() => undefined)
}
