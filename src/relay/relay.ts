import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { configurationError, messageOf } from '../runtime/configuration-error'
import type { RelayConfig } from './config/read-config'
import { type Destination, openDestination } from './delivery/destination'
import type { Mode } from './delivery/mode'
import type { Reporter } from './delivery/reporter'
import { startDirectMode } from './direct/direct-mode'
import { createIntake } from './intake/app'
import { createAuthenticator } from './intake/authenticate'
import { clientAddressBehind } from './intake/client-address'
import { logReporter } from './operations/log'
import { createLivePage } from './operations/live-page'
import { createMetrics } from './operations/metrics'
import { createOperations } from './operations/operations-app'
import { startQueuedMode } from './queued/queued-mode'
import { type Fetch, startServer } from './server'

/** A running relay. */
export interface Relay {
  /** `http://HOST:PORT` */
  readonly origin: string
  /** Stops accepting requests, answers open ones, and finishes open batches or returns them to the queue. */
  stop(): Promise<void>
}

/**
 * Starts a relay.
 * @throws IntegrationError for an invalid configuration, for a queue if NATS's client is not installed, or if the relay
 * cannot listen on its host and port
 */
export async function startRelay(config: RelayConfig, logger: Logger): Promise<Relay> {
  const metrics = createMetrics()
  const livePage = createLivePage()
  const log = logReporter(logger)
  const reporter: Reporter = {
    ...metrics.reporter,
    requested(source, destination, request) {
      metrics.reporter.requested(source, destination, request)
      livePage.requested(request)
    },
    sent(batch) {
      metrics.reporter.sent(batch)
      log.sent(batch)
    },
    failed: log.failed
  }
  const destinations = openDestinations(config, reporter)
  const clientAddress = clientAddressBehind(config.trustedProxies)
  let fetch: Fetch = () =>
    Response.json({ error: 'The relay is starting.' }, { status: 503, headers: { 'Retry-After': '1' } })
  // The server starts before the queue is opened. In the other order, the open queue would keep the process running if
  // the server could not start.
  const server = await startServer((request, env) => fetch(request, env), config.host, config.port)
  const mode = await startMode(config, destinations, reporter).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })

  let isStopping = false
  const common = { mode, clientAddress, isStopping: () => isStopping }
  // Accepts a slash at the end of a path, because analytics-java posts to `/v1/import/`.
  const app = new Hono<{ Bindings: HttpBindings }>({ strict: false })
  app.route(
    '/',
    createIntake({
      ...common,
      authenticator: createAuthenticator(config.sources),
      allowedOrigins: config.allowedOrigins,
      reporter
    })
  )
  app.route('/', createOperations({ ...common, destinations, metrics, livePage, adminPassword: config.adminPassword }))
  app.notFound((context) => context.json({ error: 'The path or its method does not exist.' }, 404))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse()
    reporter.failed('answering a request', error)
    return context.json({ error: 'The relay failed. Send the request again.' }, 500)
  })

  fetch = app.fetch
  const stop = async (): Promise<void> => {
    isStopping = true
    livePage.close()
    await server.stop()
    await mode.stop()
  }
  let stopped: Promise<void> | undefined
  return { origin: server.origin, stop: () => (stopped ??= stop()) }
}

function startMode(config: RelayConfig, destinations: readonly Destination[], reporter: Reporter): Promise<Mode> {
  return config.queue === undefined
    ? startDirectMode(destinations, config.deadLetterFolder, reporter)
    : startQueuedMode(destinations, config.queue, reporter)
}

function openDestinations(config: RelayConfig, reporter: Reporter): Destination[] {
  return config.sources.flatMap((source) =>
    source.destinations.map((destination) => {
      try {
        return openDestination(source.name, destination, config.api, (request) => {
          reporter.requested(source.name, destination.name, request)
        })
      } catch (error) {
        throw configurationError(`sources.${source.name}.destinations.${destination.name}: ${messageOf(error)}`)
      }
    })
  )
}
