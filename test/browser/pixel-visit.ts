import { pageHtml, type PageParts } from './page-html'
import { pixelDestination } from '../../local-site/pixel-destination'
import { startSite } from '../../local-site/site'
import { startVisit, type ContextMaker } from './visit'

/** How a visit to a page with our destination begins. */
export interface Beginning extends PageParts {
  destination?: ReturnType<typeof pixelDestination>
  /** The page's Content-Security-Policy. */
  policy?: string
  tiktok?: 'stand-in' | 'unreachable'
  /** Where TikTok's script sends to. */
  sandbox?: { origin: string }
  /** Where the visitor lands; `/next` is a page as well. */
  path?: string
  /** What the visitor has already. */
  cookies?: Record<string, string>
}

/** A visitor on a page with our destination. */
export async function visitPixelPage(browser: ContextMaker, beginning: Beginning = {}) {
  const { destination = pixelDestination(), policy, tiktok, sandbox, ...others } = beginning
  const { path = '/', cookies = {}, ...parts } = others
  const html = pageHtml(parts)
  const page = policy === undefined ? html : { html, policy }
  const site = await startSite({
    pages: { '/': page, '/next': page },
    destinations: [destination]
  })
  const visit = await startVisit(browser, site, tiktok, sandbox)
  const given = Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.origin }))
  await visit.page.context().addCookies(given)
  await visit.open(path)

  return {
    ...visit,
    /** Tracks one event, and says what id it got. */
    track: (event: string, properties: object = {}) =>
      visit.page.evaluate(
        async ([name, values]) => (await window.analytics.track(name, values)).event.messageId ?? '',
        [event, properties] as const
      ),
    anonymousId: () => visit.page.evaluate(() => window.analytics.user().anonymousId() ?? ''),
    /** The whole calls that Segment got. */
    segmentCalls: site.segmentCalls,
    cookies: async () => (await visit.page.context().cookies()).map(({ name }) => name).sort(),
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
