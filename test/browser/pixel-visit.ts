import type { Browser } from 'playwright-core'
import { pageHtml, type PageParts } from './page-html'
import { pixelDestination } from './pixel-destination'
import { startSite } from './site'
import { startVisit } from './visit'

/** How a visit to a page with our destination begins. */
export interface Beginning extends PageParts {
  destination?: ReturnType<typeof pixelDestination>
  /** The page's Content-Security-Policy. */
  policy?: string
  tiktok?: 'stand-in' | 'unreachable'
}

/** A visitor on a page with our destination. */
export async function visitPixelPage(browser: Browser, beginning: Beginning = {}) {
  const { destination = pixelDestination(), policy, tiktok, ...parts } = beginning
  const html = pageHtml(parts)
  const site = await startSite({
    pages: { '/': policy === undefined ? html : { html, policy } },
    destinations: [destination]
  })
  const visit = await startVisit(browser, site, tiktok)
  await visit.open('/')

  return {
    ...visit,
    /** Tracks one event, and says what id it got. */
    track: (event: string, properties: object = {}) =>
      visit.page.evaluate(
        async ([name, values]) => (await window.analytics.track(name, values)).event.messageId ?? '',
        [event, properties] as const
      ),
    anonymousId: () => visit.page.evaluate(() => window.analytics.user().anonymousId() ?? ''),
    /** Which calls Segment got, in order: /v1/t for track and so on. */
    segmentPaths: () => site.segmentCalls.map(({ path }) => path),
    warnings: () => visit.console.filter((line) => line.includes('TikTok Pixel')),
    close: async () => {
      await visit.close()
      await site.close()
    }
  }
}

/** A visitor, as {@link visitPixelPage} makes them. */
export type PixelVisit = Awaited<ReturnType<typeof visitPixelPage>>

/** The address of TikTok's script for a pixel. */
export const scriptOf = (id: string) => `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${id}&lib=ttq`
