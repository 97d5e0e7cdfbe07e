import type { App, AppParts } from './app-parts'
import { explainEvent } from './explain-event'
import { parseFault } from './fault-schema'
import { jsonList } from './json-text'
import { parseJson, readBody, TOO_LARGE } from './read-body'

/** The paths of the routes below. */
export const RECORD_PATHS = ['/requests', '/accepted', '/counted', '/faults', '/explain']

const JSON_HEADERS = { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' }

/** Serves the records as JSON, accepts faults and explains events. */
export function addRecordRoutes(app: App, { records, faults, reset }: AppParts): void {
  app.get('/requests', (context) => context.body(jsonList(records.requests), 200, JSON_HEADERS))
  app.get('/accepted', (context) => context.body(jsonList(records.accepted), 200, JSON_HEADERS))
  app.get('/counted', (context) => context.body(jsonList(records.counted), 200, JSON_HEADERS))

  app.delete('/requests', (context) => {
    reset()
    return context.body(null, 204)
  })

  app.post('/faults', async (context) => {
    const text = await readBody(context.env.incoming)
    if (text === undefined) return context.json({ error: TOO_LARGE }, 413)
    const parsed = parseFault(parseJson(text))
    if ('problem' in parsed) return context.json({ error: parsed.problem }, 400)
    faults.add(parsed.fault, parsed.times)
    return context.body(null, 204)
  })
  app.delete('/faults', (context) => {
    faults.clear()
    return context.body(null, 204)
  })

  app.post('/explain', async (context) => {
    const text = await readBody(context.env.incoming)
    if (text === undefined) return context.json({ error: TOO_LARGE }, 413)
    const { status, body } = await explainEvent(parseJson(text))
    return context.json(body, status)
  })
}
