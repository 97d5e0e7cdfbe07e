import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { cdnSettings, scriptPath, WRITE_KEY, type ServedDestination } from './cdn-settings'

/** A page, with or without a Content-Security-Policy. */
export type SitePage = string | { html: string; policy: string }

/** The content of a site. */
export interface SiteOptions {
  pages: Record<string, SitePage>
  destinations: ServedDestination[]
  /** Other files by path, each with its content type. */
  files?: Record<string, { type: string; content: string }>
  /** Called for each call to Segment's tracking API. */
  onSegmentCall?: (call: SegmentCall) => void
  /** Default: a free port. */
  port?: number
}

/** One call to Segment's tracking API. */
export interface SegmentCall {
  path: string
  body: Record<string, unknown>
}

/** A running site: its pages, analytics.js, Segment's CDN and Segment's tracking API, all on one loopback address. */
export interface Site {
  host: string
  origin: string
  segmentCalls: SegmentCall[]
  close: () => Promise<void>
}

interface Answer {
  status?: number
  type: string
  content: string
  policy?: string
}

const ANALYTICS = join(dirname(require.resolve('@segment/analytics-next/package.json')), 'dist/umd')
const SCRIPT = 'text/javascript; charset=utf-8'
const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json'

/** Starts a site on loopback. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const segmentCalls: SegmentCall[] = []

  const answer = async (request: IncomingMessage, host: string, path: string): Promise<Answer | undefined> => {
    if (request.method === 'POST' && /^\/v1\/[a-z]$/.test(path)) {
      const call = { path, body: JSON.parse(await text(request)) as Record<string, unknown> }
      segmentCalls.push(call)
      options.onSegmentCall?.(call)
      // Concurrent calls arrive in any order.
      segmentCalls.sort((one, other) => madeAt(one) - madeAt(other))
      return { type: JSON_TYPE, content: '{"success":true}' }
    }
    return servePage(options, path) ?? serveSegment(options, host, path)
  }

  const server = createServer((request, response) => {
    const host = request.headers.host ?? ''
    const path = new URL(request.url ?? '/', `http://${host}`).pathname
    const missing: Answer = { status: path === '/favicon.ico' ? 204 : 404, type: 'text/plain', content: '' }
    answer(request, host, path)
      .catch((error: unknown): Answer => ({ status: 500, type: 'text/plain', content: String(error) }))
      .then((found = missing) => {
        response.writeHead(found.status ?? 200, {
          'content-type': found.type,
          'cache-control': 'no-store',
          ...(found.policy !== undefined && { 'content-security-policy': found.policy })
        })
        response.end(found.content)
      })
      .catch((error: unknown) => response.destroy(error as Error))
  })
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`

  return {
    host,
    origin: `http://${host}`,
    segmentCalls,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }
  }
}

function madeAt({ body }: SegmentCall): number {
  return Date.parse(String(body['timestamp']))
}

function servePage({ pages, files = {} }: SiteOptions, path: string): Answer | undefined {
  const page = pages[path]
  if (page === undefined) return files[path]
  return typeof page === 'string'
    ? { type: HTML, content: page }
    : { type: HTML, content: page.html, policy: page.policy }
}

function serveSegment({ destinations }: SiteOptions, host: string, path: string): Answer | undefined {
  if (path === `/v1/projects/${WRITE_KEY}/settings`) {
    return { type: JSON_TYPE, content: JSON.stringify(cdnSettings(host, destinations)) }
  }
  const destination = destinations.find((each) => scriptPath(each) === path)
  if (destination) return { type: SCRIPT, content: destination.script }
  if (path === `/analytics.js/v1/${WRITE_KEY}/analytics.min.js`) return analyticsFile('standalone.js')
  if (path.startsWith('/analytics-next/bundles/')) return analyticsFile(basename(path))
  return undefined
}

function analyticsFile(name: string): Answer {
  return { type: SCRIPT, content: readFileSync(join(ANALYTICS, name), 'utf8') }
}
