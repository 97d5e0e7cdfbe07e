import type { Page } from 'playwright-core'
import { WRITE_KEY } from '../../../local-site/cdn-settings'
import { type Site, startSite } from '../../../local-site/site'
import { describeInChromium } from '../../browser/describe-in-chromium'
import { eventually } from '../../browser/eventually'
import { pageHtml } from '../../browser/page-html'
import { runRelay, type RunningRelay, source } from '../support/use-relay'
import { MATCH_KEYS, sha256, TRAITS } from './expected-user'

describeInChromium('analytics.js in a browser', (browser) => {
  let site: Site
  let running: RunningRelay
  let page: Page
  /** The requests to the relay: method, path, and the number of the retry. */
  let requests: string[]
  let console: string[]

  /** Opens a page with analytics.js. Only its host is changed. */
  async function open(isAllowed: boolean): Promise<void> {
    const pages: Record<string, string> = {}
    site = await startSite({ pages, destinations: [] })
    running = await runRelay({
      sources: [source('shop', { writeKey: WRITE_KEY })],
      allowedOrigins: [isAllowed ? site.origin : 'https://shop.example']
    })
    const apiHost = `${new URL(running.relay.origin).host}/v1`
    pages['/'] = pageHtml({ loadOptions: { integrations: { 'Segment.io': { apiHost, protocol: 'http' } } } })

    const context = await browser().newContext({ userAgent: 'Test browser', locale: 'de-DE' })
    page = await context.newPage()
    requests = []
    console = []
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url())
      const retry = request.headers()['x-retry-count'] ?? '0'
      if (origin === running.relay.origin) requests.push(`${request.method()} ${pathname} ${retry}`)
    })
    page.on('console', (message) => console.push(message.text()))
    await page.goto(`${site.origin}/?ttclid=click-1`, { referer: `${site.origin}/campaign` })
    await page.waitForFunction(() => window.analytics.initialized)
  }

  afterEach(async () => {
    await page.context().close()
    await running.close()
    await site.close()
  })

  const bodies = () => running.sandbox.requests.map(({ body }) => body)

  it('a page view and a purchase reach TikTok complete', async () => {
    await open(true)
    const start = Math.floor(Date.now() / 1000)
    const anonymousId = await page.evaluate(() => window.analytics.user().anonymousId() ?? '')
    const pageId = await page.evaluate(async () => (await window.analytics.page()).event.messageId)
    await eventually(() => {
      expect(bodies()).toHaveLength(1)
    })
    const properties = { order_id: 'o-1', revenue: 20, currency: 'EUR', products: [{ product_id: 'p-1', price: 20 }] }
    const orderId = await page.evaluate(
      async ([values, traits]) => (await window.analytics.track('Order Completed', values, { traits })).event.messageId,
      [properties, TRAITS] as const
    )
    await eventually(() => {
      expect(bodies()).toHaveLength(2)
    })

    const root = { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', partner_name: 'Segment' }
    const user = {
      external_id: [sha256(anonymousId)],
      ttclid: 'click-1',
      ip: '127.0.0.1',
      user_agent: 'Test browser',
      locale: 'de-DE'
    }
    const common = {
      event_time: expect.any(Number) as number,
      limited_data_use: false,
      page: { url: `${site.origin}/?ttclid=click-1`, referrer: `${site.origin}/campaign` }
    }
    const order = {
      content_type: 'product',
      contents: [{ content_id: 'p-1', price: 20 }],
      currency: 'EUR',
      value: 20,
      order_id: 'o-1'
    }
    expect(bodies()).toStrictEqual([
      { ...root, data: [{ ...common, event: 'Pageview', event_id: pageId, user }] },
      {
        ...root,
        data: [
          {
            ...common,
            event: 'CompletePayment',
            event_id: orderId,
            user: { ...MATCH_KEYS, ...user },
            properties: order
          }
        ]
      }
    ])
    for (const { data } of running.sandbox.accepted) {
      expect(data.event_time).toBeGreaterThanOrEqual(start)
      expect(data.event_time).toBeLessThanOrEqual(Date.now() / 1000)
    }
    expect(requests).toStrictEqual(['POST /v1/p 0', 'POST /v1/t 0'])
  })

  it('an event is sent again after a 503 from the relay, and counts once', async () => {
    await open(true)
    running.sandbox.fail({ status: 502, accept: true })
    await page.evaluate(() => window.analytics.track('Order Completed', {}))
    await eventually(() => {
      expect(bodies()).toHaveLength(2)
    })
    expect(requests.slice(0, 2)).toStrictEqual(['POST /v1/t 0', 'POST /v1/t 1'])
    expect(running.sandbox.accepted).toHaveLength(2)
    expect(running.sandbox.counted).toHaveLength(1)
  })

  it('a page from an origin that is not allowed cannot send', async () => {
    await open(false)
    await page.evaluate(() => void window.analytics.track('Order Completed', {}))
    await eventually(() => {
      expect(console.join()).toContain('has been blocked by CORS policy')
    })
    expect(bodies()).toStrictEqual([])
  })
})
