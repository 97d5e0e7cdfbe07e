import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { QueueConfig } from '../config/read-config'
import { loadNats, type NatsLibrary } from './load-nats'

/** A connection to NATS JetStream. */
export interface Queue {
  readonly library: NatsLibrary
  readonly connection: NatsConnection
  readonly client: JetStreamClient
  readonly manager: JetStreamManager
  /** Returns the signal of the current connection. It is aborted when this connection is lost. */
  readonly session: () => AbortSignal
}

const SECOND = 1000

/** The time limit in milliseconds for connecting to a server and for each request to it, such as storing an event. */
const TIMEOUT = 5 * SECOND

/**
 * Connects, and reconnects whenever the connection is lost.
 * @param isPatient whether to wait for a server that is not running yet
 * @throws IntegrationError if the NATS client is not installed, and the client's own error if it cannot connect
 */
export async function connectQueue({ servers, user, password }: QueueConfig, isPatient: boolean): Promise<Queue> {
  const library = await loadNats()
  const connection = await library.connect({
    servers: [...servers],
    ...(user !== undefined && { user }),
    ...(password !== undefined && { pass: password }),
    name: 'segment-tiktok relay',
    timeout: TIMEOUT,
    waitOnFirstConnect: isPatient,
    maxReconnectAttempts: -1,
    reconnectTimeWait: SECOND / 2,
    pingInterval: 10 * SECOND,
    // Otherwise each stored event creates two stack traces, which take a tenth of the relay's processor time.
    noAsyncTraces: true
  })
  return {
    library,
    connection,
    session: watchSession(connection),
    client: library.jetstream(connection, { timeout: TIMEOUT }),
    // No API check: it sends a request immediately, and a server that has just started may not answer it.
    manager: await library.jetstreamManager(connection, { timeout: TIMEOUT, checkAPI: false })
  }
}

function watchSession(connection: NatsConnection): () => AbortSignal {
  let session = new AbortController()
  const watch = async (): Promise<void> => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') session.abort()
      if (type === 'reconnect') session = new AbortController()
    }
  }
  void watch()
  return () => session.signal
}
