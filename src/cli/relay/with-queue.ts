import type { QueueConfig } from '../../relay/config/read-config'
import { connectQueue, type Queue } from '../../relay/queued/connect-queue'
import { isNotFound } from '../../relay/queued/streams'
import { CliError, EXIT } from '../exit'

/**
 * Connects to the queue, calls `work` and closes the connection.
 * @throws CliError if NATS cannot be reached or refuses a request
 */
export async function withQueue<Result>(config: QueueConfig, work: (queue: Queue) => Promise<Result>): Promise<Result> {
  try {
    const queue = await connectQueue(config, false)
    try {
      return await work(queue)
    } finally {
      await queue.connection.close()
    }
  } catch (error) {
    throw queueError(error, config)
  }
}

/** Converts an error of the NATS client to an error for the user. Any other error is returned unchanged. */
function queueError(error: unknown, { servers }: QueueConfig): unknown {
  if (!(error instanceof Error)) return error
  if (isNotFound(error)) {
    return new CliError(
      'The streams of this configuration do not exist. A relay creates them when it starts.',
      EXIT.stopped
    )
  }
  // The name is compared, because the client does not export all of its error classes.
  switch (error.name) {
    case 'AuthorizationError':
    case 'PermissionViolationError':
    case 'UserAuthenticationExpiredError':
      return new CliError(`NATS does not permit the configured user to do this: ${error.message}.`)
    case 'JetStreamApiError':
    case 'JetStreamError':
      return new CliError(`NATS JetStream refused the request: ${error.message}.`, EXIT.stopped)
    case 'JetStreamNotEnabled':
      return new CliError('NATS answers, but JetStream is off or cannot store anything now.', EXIT.stopped)
    case 'ClosedConnectionError':
    case 'ConnectionError':
    case 'NoRespondersError':
    case 'ProtocolError':
    case 'RequestError':
    case 'TimeoutError': {
      // The user and password of an address are left out.
      const addresses = servers.map((server) => server.replace(/^(\w+:\/\/)?.*@/, '$1')).join(', ')
      return new CliError(`NATS cannot be reached at ${addresses}: ${error.message}.`, EXIT.stopped)
    }
    default:
      return error
  }
}
