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
      'The streams of this configuration are not there. A relay makes them when it starts.',
      EXIT.stopped
    )
  }
  // The client does not export all of its classes.
  switch (error.name) {
    case 'AuthorizationError':
    case 'PermissionViolationError':
    case 'UserAuthenticationExpiredError':
      return new CliError(`NATS does not permit this to the user of the configuration: ${error.message}.`)
    case 'JetStreamApiError':
    case 'JetStreamError':
      return new CliError(`NATS JetStream refuses: ${error.message}.`, EXIT.stopped)
    case 'JetStreamNotEnabled':
      return new CliError('NATS answers, but its JetStream is off or cannot store anything now.', EXIT.stopped)
    case 'ClosedConnectionError':
    case 'ConnectionError':
    case 'NoRespondersError':
    case 'ProtocolError':
    case 'RequestError':
    case 'TimeoutError': {
      // An address can hold a user and a password.
      const addresses = servers.map((server) => server.replace(/^(\w+:\/\/)?.*@/, '$1')).join(', ')
      return new CliError(`NATS cannot be reached at ${addresses}: ${error.message}.`, EXIT.stopped)
    }
    default:
      return error
  }
}
