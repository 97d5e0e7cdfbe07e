import { streamSSE } from 'hono/streaming'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { App, AppParts } from './app-parts'
import { servedDestinations } from './destinations'
import { createLiveReader } from './live-reader'
import { PAGE_FILES, readPageFile } from './page-files'
import type { PageRole, Setup } from './setup'

/** The paths of the page's data. They expose the records and the tokens. */
export const PAGE_PATHS = ['/live', '/setup', '/destinations']

/**
 * The pause before the next message to a page that is up to date, in milliseconds. Events that arrive in the pause
 * share a message.
 */
const MESSAGE_INTERVAL = 100

const COMMON_HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff'
}

/** The parts of a live page. It shows the requests that the sandbox receives or that a relay sends. */
export interface LivePageParts extends Pick<AppParts, 'records' | 'faults'> {
  readonly role: PageRole
  readonly setup: Setup
}

/** Serves the sandbox's page. */
export function addPageRoutes(app: App, { sourcesByToken, records, faults }: AppParts): void {
  const tokens = Object.fromEntries([...sourcesByToken].map(([token, sources]) => [token, [...sources]]))
  addLivePage(app, { role: 'sandbox', setup: { tokens }, records, faults })
  app.get('/destinations', async (context) => context.json(await servedDestinations(), 200, COMMON_HEADERS))
}

/** Serves a live page and its stream of messages. */
export function addLivePage(app: App, { role, setup, records, faults }: LivePageParts): void {
  app.get('/', (context) => {
    const html = readPageFile('index.html')
    if (html === undefined) return context.text('The page is not built: run `npm run build`.', 503)
    const nonce = randomBytes(16).toString('base64')
    const page = new TextDecoder().decode(html).replaceAll('NONCE', nonce).replaceAll('ROLE', role)
    return context.html(page, 200, {
      ...COMMON_HEADERS,
      'Content-Security-Policy': contentSecurityPolicy(nonce)
    })
  })

  for (const [name, type] of Object.entries(PAGE_FILES)) {
    app.get(`/${name}`, (context) => {
      const content = readPageFile(name as keyof typeof PAGE_FILES)
      if (content === undefined) return context.notFound()
      return context.body(content, 200, { ...COMMON_HEADERS, 'Content-Type': type })
    })
  }

  app.get('/setup', (context) => context.json(setup, 200, COMMON_HEADERS))

  app.get('/live', (context) =>
    streamSSE(context, async (stream) => {
      const controller = new AbortController()
      const { signal } = controller
      stream.onAbort(() => {
        controller.abort()
      })
      const reader = createLiveReader(records, faults)
      while (!stream.aborted) {
        // This listens before it reads, so that it misses no change.
        const changed = once(records.changes, 'change', { signal }).catch(ignoreAbort)
        do {
          await stream.writeSSE({ data: JSON.stringify(reader.read()) })
        } while (reader.isBehind)
        await setTimeout(MESSAGE_INTERVAL, undefined, { ref: false, signal }).catch(ignoreAbort)
        await changed
      }
    })
  )
}

/** Ignores an abort, which only means that the page was closed. */
function ignoreAbort(): void {
  return undefined
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // When a user types over a selection in the editor, Chromium sets a style attribute to keep the colour of the old
    // text. Style elements still need the nonce.
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    'img-src data:',
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'"
  ].join('; ')
}
