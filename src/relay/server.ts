import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { configurationError } from '../runtime/configuration-error'

type Fetch = Parameters<typeof getRequestListener>[0]

const SECOND = 1000

/** The time limits for slow and idle clients. */
const LIMITS = {
  /** Until the headers have arrived; also for a silent connection. */
  headersTimeout: 10 * SECOND,
  /** Until the whole request is there. */
  requestTimeout: 30 * SECOND,
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 2 * SECOND
}

const MOST_CONNECTIONS = 10_000

/** A running HTTP server. */
export interface RunningServer {
  readonly origin: string
  /** Takes no new connections; resolves when the requests under way are answered. */
  stop(): Promise<void>
}

/**
 * Starts an HTTP server.
 * @throws IntegrationError when it cannot listen there
 */
export async function startServer(fetch: Fetch, host: string, port: number): Promise<RunningServer> {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false })
  const server = createServer(LIMITS, (incoming, outgoing) => void listener(incoming, outgoing))
  server.maxConnections = MOST_CONNECTIONS
  server.listen(port, host)
  await once(server, 'listening').catch((error: unknown) => {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException
    throw configurationError(`The relay cannot listen on port ${port} of ${host} (${code}).`)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { origin: `http://${name}:${address.port}`, stop: () => stop(server) }
}

/** A connection becomes idle when its request is answered; it is closed then. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      server.closeIdleConnections()
    }, SECOND / 10)
    // The callback's error says only that the server is closed already.
    server.close(() => {
      clearInterval(timer)
      resolve()
    })
  })
}
