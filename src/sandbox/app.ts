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
  app.use((context, next) => (context.req.path === PIXEL_EVENT_PATH ? next() : refuseCrossOrigin(context, next)))
  if (parts.isProtected) {
    const checkToken = requireToken(new Set(parts.permissions.keys()))
    for (const path of [...RECORD_PATHS, ...PAGE_PATHS]) app.use(path, checkToken)
  }
  addEventRoutes(app, parts)
  addRecordRoutes(app, parts)
  addPageRoutes(app, parts)

  app.notFound((context) => context.text('404 page not found', 404))
  // Errors come from fault functions that throw, and from clients that disconnect while they send a body.
  app.onError((error, context) => context.text(error.message, 500))

  return app
}
