import type { Consumer } from '@nats-io/jetstream'
import { setTimeout } from 'node:timers/promises'
import { configurationError } from '../../runtime/configuration-error'
import type { QueueConfig } from '../config/read-config'
import type { Destination } from '../delivery/destination'
import type { IntakeResult, Mode } from '../delivery/mode'
import type { Reporter } from '../delivery/reporter'
import type { CompleteEvent } from '../intake/complete-event'
import { readBacklog } from './backlog'
import { storeDeadLetter } from './store-dead-letter'
import { connectQueue, type Queue } from './connect-queue'
import { loadNats } from './load-nats'
import { messageIdOf } from './message-id'
import { findProblem } from './problem'
import { createRepair } from './repair'
import { findVersionProblem } from './server-version'
import { CONSUMER, ensureStreams, streamOf, subjectOf } from './streams'
import { startWorker, type Worker } from './worker'

const SECOND = 1000

/** If this many events wait to be stored, no request is accepted. It limits memory while NATS is slow. */
const MAX_UNSTORED = 20_000

/** How long a client should wait if its events could not be stored, in seconds. */
const RETRY_AFTER = 5

/** The interval at which consumers are checked for repair. */
const REPAIR = 10 * SECOND

/** How long workers may take to finish their batch when the relay stops. */
const FINISH = 20 * SECOND

const NOT_STORED: IntakeResult = { isAccepted: false, retryAfter: RETRY_AFTER }

interface DestinationConsumer {
  readonly destination: Destination
  readonly consumer: Consumer
}

/**
 * Starts the mode that stores events in NATS JetStream before it answers. Any number of relays can share the stored
 * events. The relay starts without waiting for NATS and accepts no events until it is connected and the streams are
 * prepared. If NATS refuses the connection, e.g. because of a wrong password, the relay does not try again.
 * @throws IntegrationError if NATS's client is not installed
 */
export async function startQueuedMode(
  destinations: readonly Destination[],
  config: QueueConfig,
  reporter: Reporter
): Promise<Mode> {
  await loadNats()
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  let queue: Queue | undefined
  let workers: readonly Worker[] = []
  let repairs: readonly (() => Promise<void>)[] = []
  let unstored = 0
  let problem = 'NATS cannot be reached, or its streams are not prepared yet.'

  const open = async (): Promise<void> => {
    const connected = await connectQueue(config, true)
    while (!isStopping()) {
      try {
        const versionProblem = findVersionProblem(connected.connection.info?.version ?? '', config.replicas)
        if (versionProblem !== undefined) throw configurationError(versionProblem)
        await ensureStreams(connected, config, destinations)
        // No worker starts before all consumers are found. Otherwise an error could leave some workers running, and the
        // next attempt would add more.
        const consumers = await Promise.all(destinations.map((one) => findConsumer(connected, one)))
        if (isStopping()) break
        workers = consumers.flatMap((one) => startWorkers(connected, one))
        repairs = destinations.map((one) => createRepair(connected, one))
        queue = connected
        return
      } catch (error) {
        problem = `The streams cannot be prepared: ${(error as Error).message}`
        reporter.failed(`preparing the streams: ${(error as Error).message}`, error)
        await setTimeout(2 * SECOND, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
    await connected.connection.close()
  }

  const findConsumer = async ({ client }: Queue, destination: Destination): Promise<DestinationConsumer> => ({
    destination,
    consumer: await client.consumers.get(streamOf(destination), CONSUMER)
  })

  const startWorkers = (queue: Queue, { destination, consumer }: DestinationConsumer): Worker[] => {
    const options = {
      destination,
      reporter,
      now: Date.now,
      session: queue.session,
      storeDeadLetter: storeDeadLetter.bind(undefined, queue)
    }
    return Array.from({ length: config.workers }, () => startWorker(consumer, options))
  }

  const store = async ({ client }: Queue, destination: Destination, event: CompleteEvent): Promise<void> => {
    const msgID = messageIdOf(destination, event.messageId)
    const text = JSON.stringify(destination.keepNeeded(event))
    unstored += 1
    try {
      await client.publish(subjectOf(destination), text, { msgID })
    } finally {
      unstored -= 1
    }
  }

  const repairTimer = setInterval(() => {
    Promise.all(repairs.map((repair) => repair())).catch((error: unknown) => {
      reporter.failed('checking the consumers', error)
    })
  }, REPAIR)

  open().catch((error: unknown) => {
    problem = `The relay cannot connect to NATS: ${(error as Error).message}. Correct this, then restart the relay.`
    reporter.failed('connecting to NATS', error)
  })

  return {
    async accept(source, events) {
      if (queue === undefined || queue.session().aborted || unstored >= MAX_UNSTORED) return NOT_STORED
      const current = queue
      const stored = destinations
        .filter((destination) => destination.source === source)
        .flatMap((destination) =>
          events.flatMap((event) => {
            const tiktokEvents = destination.tiktokEvents(event)
            if (tiktokEvents.length === 0) return []
            reporter.taken(destination, tiktokEvents)
            return store(current, destination, event).then(() => {
              reporter.stored(destination, tiktokEvents)
            })
          })
        )
      const results = await Promise.allSettled(stored)
      const failure = results.find((result) => result.status === 'rejected')
      if (failure === undefined) return { isAccepted: true }
      reporter.failed(`storing events: ${(failure.reason as Error).message}`, failure.reason)
      return NOT_STORED
    },
    problem: () => (queue === undefined ? Promise.resolve(problem) : findProblem(queue, destinations)),
    async backlog() {
      if (queue === undefined || queue.session().aborted) return []
      try {
        return await readBacklog(queue, destinations)
      } catch (error) {
        reporter.failed(`reading the streams: ${(error as Error).message}`, error)
        return []
      }
    },
    async stop() {
      stopping.abort()
      clearInterval(repairTimer)
      if (queue === undefined) return
      const { connection } = queue
      const finished = Promise.all(workers.map((worker) => worker.stop()))
      await Promise.race([finished, setTimeout(FINISH, undefined, { ref: false })])
      for (const worker of workers) worker.returnOpenBatch()
      // While NATS is down, `drain` fails. Without `close`, the client would keep trying to reconnect.
      const drained = connection.drain().catch(() => connection.close())
      await Promise.race([drained, setTimeout(2 * SECOND, undefined, { ref: false })])
    }
  }
}
