import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { ServerResponse } from 'node:http'
import { hide } from '../../runtime/explain/redact'
import { createFaultQueue } from '../../sandbox/faults'
import { refuseCrossOrigin } from '../../sandbox/guard'
import { estimatedSize } from '../../sandbox/json-text'
import { addLivePage } from '../../sandbox/page-routes'
import { type AcceptedEvent, createRecords } from '../../sandbox/records'
import type { ObservedRequest } from '../delivery/observed-client'

/** The page that shows what the relay sends. Personal data is hidden on it. */
export interface LivePage {
  readonly app: Hono<{ Bindings: HttpBindings }>
  /** Records a request for the pages. It does nothing if no page is open. */
  requested(request: ObservedRequest): void
  /** Ends the streams of the open pages. */
  close(): void
}

/** The paths of the page that only operators may read. Its script, style and font are public. */
export const LIVE_PATHS = ['/', '/live', '/setup'] as const

/** The maximum estimated memory of the recorded requests. Beyond it, the oldest requests are dropped. */
const MAX_BYTES = 32_000_000

/** Creates a live page. */
export function createLivePage(): LivePage {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const records = createRecords(Date.now, MAX_BYTES)
  const open = new Set<ServerResponse>()

  for (const path of LIVE_PATHS) app.use(path, refuseCrossOrigin)
  app.use('/live', (context, next) => {
    const outgoing = context.env.outgoing
    open.add(outgoing)
    outgoing.once('close', () => open.delete(outgoing))
    return next()
  })
  addLivePage(app, { role: 'relay', setup: { tokens: {} }, records, faults: createFaultQueue() })

  return {
    app,
    requested({ body, answer }) {
      if (open.size === 0) return
      const shown = hide(body) as Readonly<Omit<AcceptedEvent, 'data'>> & { readonly data?: AcceptedEvent['data'][] }
      const { verdict, status = 0, code, message } = answer() ?? {}
      const { data = [], ...root } = shown
      records.addRequest(
        {
          body: shown,
          answer: { status, ...(code !== undefined && { code }), ...(message !== undefined && { message }) },
          byFault: false,
          size: estimatedSize(JSON.stringify(shown))
        },
        verdict === 'accepted' ? data.map((event) => ({ ...root, data: event })) : []
      )
    },
    close() {
      for (const outgoing of open) outgoing.destroy()
    }
  }
}
