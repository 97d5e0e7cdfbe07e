import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { SourceConfig } from '../config/read-config'
import type { Mode } from '../delivery/mode'
import type { Reporter } from '../delivery/reporter'
import type { Authenticator } from './authenticate'
import type { ClientAddress } from './client-address'
import { completeEvents } from './complete-event'
import { type Endpoint, ENDPOINTS } from './endpoints'
import { createBodyReader, type ReadBody } from './read-body'
import { readEvents } from './read-events'
import { Refusal } from './refusal'

/** The options of the intake. */
export interface IntakeOptions {
  readonly mode: Mode
  readonly authenticator: Authenticator
  readonly clientAddress: ClientAddress
  /** The origins whose pages may send events. */
  readonly allowedOrigins: readonly string[]
  readonly reporter: Reporter
  /** Whether the relay is stopping. */
  readonly isStopping: () => boolean
}

type NodeContext = Context<{ Bindings: HttpBindings }>

const DAY_IN_SECONDS = 86_400

/** Creates the endpoints that take events: those of Segment's HTTP Tracking API, and the one for its webhooks. */
export function createIntake(options: IntakeOptions): Hono<{ Bindings: HttpBindings }> {
  const { allowedOrigins, reporter } = options
  const readBody = createBodyReader()
  const app = new Hono<{ Bindings: HttpBindings }>()

  // Each endpoint has its own handler that measures it. With one for `/v1/*`, every path that a client sends would
  // become a label in the metrics.
  for (const path of Object.keys(ENDPOINTS)) {
    app.on('POST', path, async (context, next) => {
      const start = performance.now()
      await next()
      reporter.answered(path, context.res.status, performance.now() - start)
    })
  }
  app.use(
    '/v1/*',
    cors({
      origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ['POST'],
      allowHeaders: ['Authorization', 'Content-Type', 'X-Retry-Count'],
      exposeHeaders: ['Retry-After'],
      maxAge: DAY_IN_SECONDS
    })
  )
  for (const [path, endpoint] of Object.entries(ENDPOINTS)) {
    app.post(path, async (context) => {
      try {
        return await acceptEvents(context, endpoint, { ...options, readBody })
      } catch (error) {
        if (error instanceof Refusal) return refuse(context, error)
        throw error
      }
    })
  }
  return app
}

type AcceptOptions = IntakeOptions & { readonly readBody: ReadBody }

async function acceptEvents(context: NodeContext, endpoint: Endpoint, options: AcceptOptions): Promise<Response> {
  const { mode, clientAddress, allowedOrigins, reporter, isStopping } = options
  const receivedAt = Date.now()
  if (isStopping()) throw new Refusal(503, 'The relay is stopping.')
  const origin = context.req.header('Origin')
  if (origin !== undefined && !allowedOrigins.includes(origin)) {
    throw new Refusal(403, "This origin is not in the relay's allowedOrigins.")
  }
  const { source, events, sentAt } = await readRequest(context, endpoint, options)
  const completed = completeEvents(events, {
    receivedAt,
    sentAt,
    address: clientAddress(context.env.incoming),
    isFromSegment: endpoint === 'webhook'
  })
  reporter.received(source.name, completed.length)
  const result = await mode.accept(source.name, completed)
  if (result.isAccepted) return context.json({ success: true })
  return context.json({ error: 'Not all events are delivered or stored. Send the request again.' }, 503, {
    'Retry-After': String(result.retryAfter)
  })
}

async function readRequest(context: NodeContext, endpoint: Endpoint, { authenticator, readBody }: AcceptOptions) {
  const signature = endpoint === 'webhook' ? context.req.header('X-Signature') : undefined
  // An unknown key in the header is refused before the body is read.
  const named = signature === undefined ? authenticator.byHeader(context.req.header('Authorization')) : undefined
  const body = await readBody(context.env.incoming)
  const signed = signature === undefined ? named : authenticator.bySignature(signature, body)
  const parsed = parse(body)
  const source: SourceConfig = signed ?? authenticator.byBody(parsed)
  return { source, ...readEvents(parsed, endpoint, body.length) }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refusal(400, 'The body is not JSON.')
  }
}

function refuse(context: NodeContext, { status, message }: Refusal): Response {
  // If the body was not read to its end, the connection is closed, so that the rest need not be read.
  if (!context.env.incoming.readableEnded) context.header('Connection', 'close')
  if (status === 503) context.header('Retry-After', '5')
  return context.json({ error: message }, status)
}
