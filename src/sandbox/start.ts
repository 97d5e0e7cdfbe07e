import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app'
import { type CountedEvent, createCounter } from './deduplicate'
import { createFaultQueue, type Fault } from './faults'
import type { PixelEvent } from './pixel-schema'
import type { AcceptedEvent, ReceivedRequest, Records } from './records'

const HOST = '127.0.0.1'

const DEFAULT_TOKENS = { 'sandbox-token': ['SANDBOX_PIXEL', 'SANDBOX_CRM', 'SANDBOX_OFFLINE'] }

/** How a sandbox starts. */
export interface SandboxOptions {
  /**
   * token → the source ids (pixel codes, event set ids) that it has a right on.
   * Default: `{ 'sandbox-token': ['SANDBOX_PIXEL', 'SANDBOX_CRM', 'SANDBOX_OFFLINE'] }`
   */
  readonly tokens?: Readonly<Record<string, readonly string[]>>
  /** Default: 0, any free one. */
  readonly port?: number
  /** The clock by which copies of an event are compared, in milliseconds. Default: `Date.now` */
  readonly now?: () => number
}

/** A running stand-in for TikTok's Events API. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Every request, in order. */
  readonly requests: readonly ReceivedRequest[]
  /** Every event of every accepted request, in order. */
  readonly accepted: readonly AcceptedEvent[]
  /** Every event of the Pixel, in order. */
  readonly pixelEvents: readonly PixelEvent[]
  /** The events as TikTok counts them, from the server and the Pixel together: each once, with all its copies. */
  readonly counted: readonly CountedEvent[]
  /** The next `times` requests (default: 1, `Infinity` for all) meet this fault; several calls queue up in order. */
  fail(fault: Fault, times?: number): void
  /** Forgets the requests, the events and the faults that lie ahead. */
  reset(): void
  /** Drops every connection and frees the port. */
  close(): Promise<void>
}

/** Starts a stand-in for TikTok's Events API, which only this machine can reach. */
export async function startSandbox({
  tokens = DEFAULT_TOKENS,
  port = 0,
  now = Date.now
}: SandboxOptions = {}): Promise<Sandbox> {
  const rights = new Map(Object.entries(tokens).map(([token, ids]) => [token, new Set(ids)]))
  const records: Records = { requests: [], accepted: [], pixelEvents: [], counter: createCounter(now) }
  const faults = createFaultQueue()
  // The global Request and Response belong to whoever started the sandbox.
  const listener = getRequestListener(createApp(rights, records, faults).fetch, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  server.listen(port, HOST)
  await once(server, 'listening')

  return {
    origin: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    requests: records.requests,
    accepted: records.accepted,
    pixelEvents: records.pixelEvents,
    counted: records.counter.counted,
    fail: (fault, times = 1) => {
      faults.add(fault, times)
    },
    reset: () => {
      records.requests.length = 0
      records.accepted.length = 0
      records.pixelEvents.length = 0
      records.counter.clear()
      faults.clear()
    },
    close: () => closeServer(server)
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // The callback's error says only that the server is closed already.
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
