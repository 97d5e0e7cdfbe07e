import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { cors } from 'hono/cors'
import { setTimeout } from 'node:timers/promises'
import { toReceivedAnswer, type Reply } from './answers'
import type { App, AppParts } from './app-parts'
import { applyFault } from './faults'
import { processRequest } from './process-request'
import { estimatedSize } from './json-text'
import { parsePixelEvent } from './pixel-schema'
import { parseJson, readBody, TOO_LARGE } from './read-body'
import { requestId } from './request-id'

/** The path of TikTok's endpoint for events. The trailing slash is required. */
export const EVENT_TRACK_PATH = '/open_api/v1.3/event/track/'

/** The path for events of the Pixel. A stand-in for TikTok's script posts each event here, from any page. */
export const PIXEL_EVENT_PATH = '/pixel/event/'

/** Adds the routes that accept events, from a server destination and from the Pixel. */
export function addEventRoutes(app: App, { sourcesByToken, records, faults }: AppParts): void {
  app.post(EVENT_TRACK_PATH, async (context) => {
    const text = await readBody(context.env.incoming)
    if (text === undefined) {
      records.addRequest({ body: '', answer: { status: 413, message: TOO_LARGE }, byFault: false, size: 0 })
      return context.text(TOO_LARGE, 413)
    }
    const body = parseJson(text)
    const normal = processRequest(context.req.header('Access-Token'), body, sourcesByToken)
    const { reply, delay, accepted } = applyFault(faults.take(body), normal)
    // A fault that only delays the answer keeps the reply.
    const byFault = reply !== normal.reply
    // The request is recorded before it is answered, because a client may stop waiting.
    records.addRequest({ body, answer: toReceivedAnswer(reply), byFault, size: estimatedSize(text) }, accepted)
    // Unreferenced, so that a pending answer does not keep a test run alive.
    if (delay > 0) await setTimeout(delay, undefined, { ref: false })
    return respond(reply, context.env)
  })

  app.use(PIXEL_EVENT_PATH, cors())
  app.post(PIXEL_EVENT_PATH, async (context) => {
    const text = await readBody(context.env.incoming)
    if (text === undefined) return context.text(TOO_LARGE, 413)
    const event = parsePixelEvent(parseJson(text))
    if (event === undefined) return context.text('not an event of the Pixel', 400)
    records.addPixelEvent(event, estimatedSize(text))
    return context.body(null, 204)
  })
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
