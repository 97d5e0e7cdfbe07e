import { getRequestListener } from '@hono/node-server'
import { IntegrationError } from '@segment/actions-core'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app'
import type { CountedEvent } from './deduplicate'
import type { ReceivedRequest } from './entry'
import type { Fault } from './fault'
import { createFaultQueue } from './faults'
import { hostInUrl, isLoopback } from './guard'
import type { PixelEvent } from './pixel-schema'
import { type AcceptedEvent, createRecords } from './records'

const DEFAULT_TOKEN = 'sandbox-token'

/** The default of the option `tokens`. */
export const DEFAULT_TOKENS: Readonly<Record<string, readonly string[]>> = {
  [DEFAULT_TOKEN]: ['SANDBOX_PIXEL', 'SANDBOX_CRM', 'SANDBOX_OFFLINE']
}

const DEFAULT_MAX_BYTES = 256_000_000

/** The options of a sandbox. */
export interface SandboxOptions {
  /**
   * token → the source IDs (pixel codes, event set IDs) it has permission for.
   * Default: `{ 'sandbox-token': ['SANDBOX_PIXEL', 'SANDBOX_CRM', 'SANDBOX_OFFLINE'] }`
   */
  readonly tokens?: Readonly<Record<string, readonly string[]>>
  /** Default: 0, which means any free port. */
  readonly port?: number
  /**
   * The address to listen on. Default: `127.0.0.1`. An address that other machines can reach, such as `0.0.0.0`, needs
   * your own `tokens`. The records and the page then require one of them.
   */
  readonly host?: string
  /**
   * Host names and addresses that the sandbox answers for besides `host`, `localhost`, `127.0.0.1` and `[::1]`.
   * Default: none
   */
  readonly allowHosts?: readonly string[]
  /**
   * Maximum estimated memory of the records, in bytes. Above it, the oldest requests are dropped with their events.
   * Default: 256,000,000, enough for about 100,000 events
   */
  readonly maxBytes?: number
  /** The clock for the times of requests and events, in milliseconds. Default: `Date.now` */
  readonly now?: () => number
}

/** A running stand-in for TikTok's Events API. */
export interface Sandbox {
  /** The address of the Events API, and of the page that shows the events. By default `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** Every request to the Events API, in order. */
  readonly requests: readonly ReceivedRequest[]
  /** Every event of every accepted request, in order. */
  readonly accepted: readonly AcceptedEvent[]
  /** Every event of the Pixel, in order. */
  readonly pixelEvents: readonly PixelEvent[]
  /** The events of the server and the Pixel as TikTok counts them: each once, with all its copies. */
  readonly counted: readonly CountedEvent[]
  /** The number of events that were dropped from these lists because of `maxBytes`. */
  readonly dropped: number
  /**
   * Applies a fault to the next `times` requests to the Events API (default: 1; `Infinity`: all). Faults apply in the
   * order of calls.
   */
  fail(fault: Fault, times?: number): void
  /** Deletes the requests, the events and the pending faults. */
  reset(): void
  /** Drops every connection and frees the port. */
  close(): Promise<void>
}

/** Starts a stand-in for TikTok's Events API. By default only this machine can reach it. */
export async function startSandbox({
  tokens = DEFAULT_TOKENS,
  port = 0,
  host = '127.0.0.1',
  allowHosts = [],
  maxBytes = DEFAULT_MAX_BYTES,
  now = Date.now
}: SandboxOptions = {}): Promise<Sandbox> {
  const requiresToken = !isLoopback(host)
  if (requiresToken && Object.hasOwn(tokens, DEFAULT_TOKEN)) {
    throw new IntegrationError(
      `Other machines can reach ${host}. Give the sandbox your own token instead of ${DEFAULT_TOKEN}.`,
      'MissingToken',
      400
    )
  }
  const sourcesByToken = new Map(Object.entries(tokens).map(([token, ids]) => [token, new Set(ids)]))
  const records = createRecords(now, maxBytes)
  const faults = createFaultQueue(() => {
    records.changes.emit('change')
  })
  const reset = (): void => {
    faults.clear()
    records.clear()
  }
  const app = createApp({ sourcesByToken, records, faults, hosts: [host, ...allowHosts], requiresToken, reset })
  // The process that starts the sandbox needs its own global Request and Response, so they are not replaced.
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  server.listen(port, host)
  await once(server, 'listening')

  return {
    origin: `http://${reachableHost(host)}:${(server.address() as AddressInfo).port}`,
    requests: records.requests,
    accepted: records.accepted,
    pixelEvents: records.pixelEvents,
    counted: records.counted,
    get dropped() {
      return records.totals.dropped
    },
    fail: (fault, times = 1) => {
      faults.add(fault, times)
    },
    reset,
    close: () => closeServer(server)
  }
}

/** A host that requests can be sent to. `0.0.0.0` and `::` mean every address of this machine. */
function reachableHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : hostInUrl(host)
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An error here only means that the server is already closed.
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
