import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { setTimeout } from 'node:timers/promises'
import { answerOf, type Reply } from './answers'
import { applyFault, type FaultQueue } from './faults'
import { judge, type Rights } from './judge'
import { parsePixelEvent } from './pixel-schema'
import { recordAccepted, recordPixelEvent, type Records } from './records'
import { requestId } from './request-id'

/** Where TikTok takes events; the slash at the end is needed. */
export const EVENT_TRACK_PATH = '/open_api/v1.3/event/track/'

/** Where a stand-in for TikTok's script posts what the Pixel reports: one event a request, from any page. */
export const PIXEL_EVENT_PATH = '/pixel/event/'

/** The HTTP face of the sandbox. */
export function createApp(rights: Rights, records: Records, faults: FaultQueue): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.post(EVENT_TRACK_PATH, async (context) => {
    const body = parseJson(await context.req.text())
    const usual = judge(context.req.header('Access-Token'), body, rights)
    const { reply, delay, accepted } = applyFault(faults.take(body), usual)
    // Remembered before it is answered: a client that gives up waiting has been heard nevertheless.
    records.requests.push({ body, answer: answerOf(reply) })
    recordAccepted(records, accepted)
    // Unreferenced, so that an answer nobody waits for does not keep a test run alive.
    if (delay > 0) await setTimeout(delay, undefined, { ref: false })
    return respond(reply, context.env)
  })

  app.use(PIXEL_EVENT_PATH, cors())
  app.post(PIXEL_EVENT_PATH, async (context) => {
    const event = parsePixelEvent(parseJson(await context.req.text()))
    if (event === undefined) return context.text('not an event of the Pixel', 400)
    recordPixelEvent(records, event)
    return context.body(null, 204)
  })

  app.notFound(async (context) => {
    records.requests.push({ body: parseJson(await context.req.text()), answer: { status: 404 } })
    return context.text('404 page not found', 404)
  })

  // A fault function that throws is answered with its message; a client that left in the middle of its body is no news.
  app.onError((error, context) => context.text(error.message, 500))

  return app
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function respond(reply: Reply, { outgoing }: HttpBindings): Response {
  switch (reply.kind) {
    case 'json': {
      const { code, message, status } = reply
      return Response.json({ code, message, request_id: requestId(new Date()), data: {} }, { status })
    }
    case 'raw':
      // Some statuses (204) allow no body, not even an empty one.
      return new Response(reply.body || null, { status: reply.status, headers: { 'Content-Type': reply.contentType } })
    case 'reset':
      outgoing.socket?.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
  }
}
