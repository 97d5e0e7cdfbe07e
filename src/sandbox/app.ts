import { Hono } from 'hono'
import type { App, AppParts } from './app-parts'
import { addEventRoutes, PIXEL_EVENT_PATH } from './event-routes'
import { allowHosts, refuseCrossOrigin, requireToken } from './guard'
import { addPageRoutes, PAGE_PATHS } from './page-routes'
import { addRecordRoutes, RECORD_PATHS } from './record-routes'

/** Creates the HTTP app of the sandbox. */
export function createApp(parts: AppParts): App {
  const app: App = new Hono()

  app.use(allowHosts(parts.hosts))
  // Pages of any origin may report events of the Pixel.
  app.use((context, next) => (context.req.path === PIXEL_EVENT_PATH ? next() : refuseCrossOrigin(context, next)))
  if (parts.requiresToken) {
    const checkToken = requireToken(new Set(parts.sourcesByToken.keys()))
    // The event routes are not in this list. The route of the Events API checks the token itself, to answer as TikTok
    // does, and the Pixel sends no token. Neither route exposes records.
    for (const path of [...RECORD_PATHS, ...PAGE_PATHS]) app.use(path, checkToken)
  }
  addEventRoutes(app, parts)
  addRecordRoutes(app, parts)
  addPageRoutes(app, parts)

  app.notFound((context) => context.text('404 page not found', 404))
  // Reached when a fault given as a function throws, a fault has a body that its status does not allow, or a client
  // disconnects while sending its body.
  app.onError((error, context) => context.text(error.message, 500))

  return app
}
