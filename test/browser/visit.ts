import type { Analytics } from '@segment/analytics-next'
import type { BrowserContext, Page } from 'playwright-core'
import { PIXEL_EVENT_PATH } from '../../src/sandbox'
import type { Site } from '../../local-site/site'
import { standInScript } from '../../local-site/tiktok-stand-in/script'
import type { SentEvent } from '../../local-site/tiktok-stand-in/outbox'
import type { TikTokCall } from '../../local-site/tiktok-stand-in/tiktok-events'

declare global {
  interface Window {
    analytics: Analytics
  }
}

const EVENTS_JS = 'https://analytics.tiktok.com/i18n/pixel/events.js'

/** The part of a browser that a visit uses. */
export interface ContextFactory {
  newContext: () => Promise<BrowserContext>
}

/** One visitor with a new browser profile, and a record of the visit. */
export interface Visit {
  page: Page
  /** The requested URLs of TikTok's script, in order. */
  tiktokScripts: string[]
  /** The URLs of all other requests to other hosts. They were blocked. */
  sentElsewhere: string[]
  /** Uncaught errors and unhandled rejections. */
  pageErrors: string[]
  /** The console messages, as `type: text`. */
  console: string[]
  /** Opens a page of the site and waits until analytics.js has loaded with its destinations. */
  open: (path: string) => Promise<void>
  /** The calls that reached TikTok's script on this page. Waits until there are at least this many. */
  tiktokCalls: (atLeast?: number) => Promise<TikTokCall[]>
  /** The events that TikTok's script sent from this page. */
  tiktokSent: () => Promise<SentEvent[]>
  close: () => Promise<void>
}

/**
 * Starts a visit to a site. If TikTok is `unreachable`, its script does not load. If a sandbox is given, the script sends
 * its events there.
 */
export async function startVisit(
  browser: ContextFactory,
  site: Site,
  tiktok: 'stand-in' | 'unreachable' = 'stand-in',
  sandbox?: { origin: string }
): Promise<Visit> {
  const context = await browser.newContext()
  const sandboxUrl = sandbox && sandbox.origin + PIXEL_EVENT_PATH
  await context.addInitScript((url) => (window.__tiktokUrl = url), sandboxUrl)
  const page = await context.newPage()
  const tiktokScripts: string[] = []
  const sentElsewhere: string[] = []
  const pageErrors: string[] = []
  const console: string[] = []

  page.on('pageerror', (error) => pageErrors.push(error.message))
  page.on('console', (message) => console.push(`${message.type()}: ${message.text()}`))
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (new URL(url).host === site.host || url === sandboxUrl) return route.continue()
    const isTikTok = url.startsWith(`${EVENTS_JS}?`)
    const requested = isTikTok ? tiktokScripts : sentElsewhere
    requested.push(url)
    if (!isTikTok || tiktok === 'unreachable') return route.abort()
    return route.fulfill({ contentType: 'text/javascript', body: standInScript() })
  })

  return {
    page,
    tiktokScripts,
    sentElsewhere,
    pageErrors,
    console,
    open: async (path) => {
      await page.goto(site.origin + path)
      await page.waitForFunction(() => window.analytics.initialized)
    },
    tiktokCalls: async (atLeast = 1) => {
      await page.waitForFunction((count) => (window.__tiktokCalls?.length ?? 0) >= count, atLeast)
      return page.evaluate(() => window.__tiktokCalls ?? [])
    },
    tiktokSent: () => page.evaluate(() => window.__tiktokSent ?? []),
    close: () => context.close()
  }
}
