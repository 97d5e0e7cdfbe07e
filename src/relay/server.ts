import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { configurationError } from '../runtime/configuration-error'

/** Answers a request. */
export type Fetch = Parameters<typeof getRequestListener>[0]

const SECOND = 1000

/** The limits for slow and idle clients. Times are in milliseconds. */
export interface ServerLimits {
  /** The maximum time until the headers of a request have arrived. It applies even if a connection sends nothing. */
  readonly headersTimeout: number
  /** The maximum time until a whole request has arrived. */
  readonly requestTimeout: number
  /** How long a connection stays open after an answer. */
  readonly keepAliveTimeout: number
  /** How often the limits are checked. */
  readonly connectionsCheckingInterval: number
  /** The maximum number of connections. Further connections are closed immediately. */
  readonly maxConnections: number
}

const LIMITS: ServerLimits = {
  headersTimeout: 10 * SECOND,
  requestTimeout: 30 * SECOND,
  // Load balancers usually keep connections for 60 seconds. They must not reuse one that the relay is closing.
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
  maxConnections: 10_000
}

/** A running HTTP server. */
export interface RunningServer {
  readonly origin: string
  /** Stops accepting connections. Resolves when the open requests are answered. */
  stop(): Promise<void>
}

/**
 * Starts an HTTP server.
 * @throws IntegrationError if it cannot listen on this host and port
 */
export async function startServer(
  fetch: Fetch,
  host: string,
  port: number,
  { maxConnections, ...limits }: ServerLimits = LIMITS
): Promise<RunningServer> {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false })
  const server = createServer(limits, (incoming, outgoing) => void listener(incoming, outgoing))
  server.maxConnections = maxConnections
  server.listen(port, host)
  await once(server, 'listening').catch((error: unknown) => {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException
    throw configurationError(`The relay cannot listen on port ${port} of ${host} (${code}).`)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { origin: `http://${name}:${address.port}`, stop: () => stop(server) }
}

/** Closes each connection when its request is answered. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      server.closeIdleConnections()
    }, SECOND / 10)
    // An error here only means that the server is already closed.
    server.close(() => {
      clearInterval(timer)
      resolve()
    })
  })
}
