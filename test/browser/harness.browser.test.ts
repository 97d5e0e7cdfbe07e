import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { dummyDestination } from './dummy-destination'
import { pageHtml } from './page-html'
import { startSite, type Site, type SitePage } from '../../local-site/site'
import { startVisit, type Visit } from './visit'

const SCRIPT = 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=C1&lib=ttq'

describeInChromium('the browser harness', (browser) => {
  let site: Site
  let visit: Visit

  async function begin(page: SitePage, tiktok?: 'stand-in' | 'unreachable') {
    site = await startSite({ pages: { '/': page }, destinations: [dummyDestination] })
    visit = await startVisit(browser(), site, tiktok)
    await visit.open('/')
  }

  afterEach(async () => {
    await visit.close()
    await site.close()
  })

  test('an event goes to Segment and through a remote plugin to TikTok, and to no other host', async () => {
    await begin(pageHtml())
    const before = await visit.tiktokCalls()
    const { messageId } = await visit.page.evaluate(async () => {
      const { event } = await window.analytics.track('Product Added', { price: 3 })
      return { messageId: event.messageId }
    })
    expect(before).toStrictEqual([{ pixel: 'C1', method: 'load', args: [{ subscriptions: 1 }] }])
    expect(await visit.tiktokCalls()).toStrictEqual([
      ...before,
      { pixel: 'C1', method: 'track', args: ['Product Added', {}, { event_id: messageId }] }
    ])
    expect(
      site.segmentCalls.map(({ path, body }) => ({ path, id: body['messageId'], properties: body['properties'] }))
    ).toStrictEqual([{ path: '/v1/t', id: messageId, properties: { price: 3 } }])
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([SCRIPT])
    })
    expect(visit.sentElsewhere).toStrictEqual([])
    expect(visit.pageErrors).toStrictEqual([])
  })

  test('calls in the queue are replayed in order', async () => {
    await begin(pageHtml({ calls: "analytics.page(); analytics.track('One'); analytics.track('Two')" }))
    const calls = await visit.tiktokCalls(4)
    expect(calls.map(({ method, args }) => [method, args[0]])).toStrictEqual([
      ['load', { subscriptions: 1 }],
      ['track', 'page'],
      ['track', 'One'],
      ['track', 'Two']
    ])
  })

  test('requests to other hosts are blocked and recorded, and uncaught errors are recorded', async () => {
    const head = `<script>
      fetch('https://elsewhere.example/a').catch(() => undefined)
      Promise.reject(new Error('uncaught'))
    </script>`
    await begin(pageHtml({ head }))
    await eventually(() => {
      expect(visit.sentElsewhere).toStrictEqual(['https://elsewhere.example/a'])
    })
    await eventually(() => {
      expect(visit.pageErrors).toStrictEqual(['uncaught'])
    })
  })

  test("TikTok's script can be blocked by a policy and by the network", async () => {
    await begin({ html: pageHtml(), policy: "script-src 'self' 'unsafe-inline'" })
    expect(visit.tiktokScripts).toStrictEqual([])
    await eventually(() => {
      expect(visit.console.filter((line) => line.includes(SCRIPT))).toHaveLength(1)
    })
    await visit.close()
    await site.close()
    await begin(pageHtml(), 'unreachable')
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([SCRIPT])
    })
    expect(await visit.page.evaluate(() => window.__tiktokCalls)).toBeUndefined()
  })
})
