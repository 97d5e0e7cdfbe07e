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

/** A browser, as far as a visit is concerned. */
export interface ContextMaker {
  newContext: () => Promise<BrowserContext>
}

/** One visitor with an empty browser, and everything that their visit gave rise to. */
export interface Visit {
  page: Page
  /** The addresses of TikTok's script that were asked for, in order. */
  tiktokScripts: string[]
  /** Whatever else would have left loopback. Nothing did. */
  sentElsewhere: string[]
  /** Errors that nobody caught, unhandled rejections included. */
  pageErrors: string[]
  /** What the console says, as `type: text`. */
  console: string[]
  /** Opens a page of the site and waits until analytics.js has loaded with its destinations. */
  open: (path: string) => Promise<void>
  /** What TikTok's script was told on this page, once it is there and was told at least so much. */
  tiktokCalls: (atLeast?: number) => Promise<TikTokCall[]>
  /** What TikTok's script sent from this page. */
  tiktokSent: () => Promise<SentEvent[]>
  close: () => Promise<void>
}

/**
 * Begins a visit to a site. With TikTok `unreachable` its script fails to load; with a sandbox what the script sends goes
 * there.
 */
export async function startVisit(
  browser: ContextMaker,
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
    const asked = isTikTok ? tiktokScripts : sentElsewhere
    asked.push(url)
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
