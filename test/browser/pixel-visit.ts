import { pageHtml, type PageParts } from './page-html'
import { pixelDestination } from '../../local-site/pixel-destination'
import { startSite } from '../../local-site/site'
import { startVisit, type ContextFactory } from './visit'

/** The options of a visit to a page with TikTok Pixel. */
export interface VisitOptions extends PageParts {
  destination?: ReturnType<typeof pixelDestination>
  /** The page's Content-Security-Policy. */
  policy?: string
  tiktok?: 'stand-in' | 'unreachable'
  /** The sandbox that TikTok's script sends its events to. */
  sandbox?: { origin: string }
  /** The landing page: `/`, which is the default, or `/next`. */
  path?: string
  /** The cookies that the visitor has before the visit. */
  cookies?: Record<string, string>
}

/** Starts a visit to a page with TikTok Pixel. */
export async function visitPixelPage(browser: ContextFactory, options: VisitOptions = {}) {
  const { destination = pixelDestination(), policy, tiktok, sandbox, ...others } = options
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
    /** Tracks one event and returns its ID. */
    track: (event: string, properties: object = {}) =>
      visit.page.evaluate(
        async ([name, values]) => (await window.analytics.track(name, values)).event.messageId ?? '',
        [event, properties] as const
      ),
    anonymousId: () => visit.page.evaluate(() => window.analytics.user().anonymousId() ?? ''),
    /** The calls to Segment's tracking API. */
    segmentCalls: site.segmentCalls,
    cookies: async () => (await visit.page.context().cookies()).map(({ name }) => name).sort(),
    /** The paths of the calls to Segment's tracking API in order, e.g. /v1/t for a track call. */
    segmentPaths: () => site.segmentCalls.map(({ path }) => path),
    warnings: () => visit.console.filter((line) => line.includes('TikTok Pixel')),
    close: async () => {
      await visit.close()
      await site.close()
    }
  }
}

/** A visit that {@link visitPixelPage} has started. */
export type PixelVisit = Awaited<ReturnType<typeof visitPixelPage>>

/** Ends a visit. Checks that the page threw no error and sent nothing to other hosts. */
export async function endVisit(visit: PixelVisit): Promise<void> {
  expect(visit.pageErrors).toStrictEqual([])
  expect(visit.sentElsewhere).toStrictEqual([])
  await visit.close()
}

/** The URL of TikTok's script for a pixel. */
export const scriptOf = (id: string) => `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${id}&lib=ttq`
