import type { SegmentEvent } from '@segment/actions-core'
import { runPresets } from '../support/conversions'
import { useSandbox } from '../support/use-sandbox'
import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { captureClickIds, identifyCalls, pixelDestination, presets } from '../../local-site/pixel-destination'
import { endVisit, visitPixelPage, type VisitOptions, type PixelVisit } from './pixel-visit'

const pixelCode = 'SANDBOX_PIXEL'
const withoutPageView = [...presets.filter(({ name }) => name !== 'Page View'), identifyCalls]

/** Sorted by ID, because concurrent requests arrive in any order. */
const sorted = <Event extends { event_id?: unknown }>(events: readonly Event[]) =>
  events.toSorted((one, other) => String(one.event_id).localeCompare(String(other.event_id)))

describeInChromium('deduplication', (browser) => {
  const running = useSandbox()
  let visit: PixelVisit

  const begin = async (options?: VisitOptions) => {
    visit = await visitPixelPage(browser(), { sandbox: running.sandbox, ...options })
  }
  /** Waits until the sandbox has received this many events from the Pixel. */
  const reported = async (count: number) => {
    while (running.sandbox.pixelEvents.length < count) await visit.page.waitForTimeout(10)
  }

  afterEach(() => endVisit(visit))

  test('page views, product view, cart, checkout and order are each counted once when the Pixel and Conversions report them', async () => {
    await begin({
      path: '/?ttclid=E.C.P.abc',
      calls: 'analytics.page()',
      destination: pixelDestination({ pixelCode }, [...presets, identifyCalls, captureClickIds])
    })
    const item = { product_id: 'p-1', price: 10, quantity: 1, currency: 'EUR' }
    const ids: unknown[] = []
    ids.push(await visit.track('Product Viewed', item), await visit.track('Product Added', item))
    await visit.open('/next')
    const order = { order_id: 'o-1', revenue: 10, currency: 'EUR', products: [item] }
    ids.push(await visit.track('Checkout Started', order), await visit.track('Order Completed', order))
    await reported(6)

    await eventually(() => {
      expect(visit.segmentCalls).toHaveLength(6)
    })
    const pages = visit.segmentCalls.filter(({ path }) => path === '/v1/p').map(({ body }) => body['messageId'])
    for (const { body } of visit.segmentCalls) await runPresets(running.sandbox, body as unknown as SegmentEvent)
    const copies = [
      { via: 'pixel', fate: 'counted' },
      { via: 'server', fate: 'merged' }
    ]
    const counted = (event: string, event_id: unknown) => ({ event_source_id: pixelCode, event, event_id, copies })
    expect(sorted(running.sandbox.counted)).toStrictEqual(
      sorted([
        counted('Pageview', pages[0]),
        counted('ViewContent', ids[0]),
        counted('AddToCart', ids[1]),
        counted('Pageview', pages[1]),
        counted('InitiateCheckout', ids[2]),
        counted('CompletePayment', ids[3])
      ])
    )
  })

  const SPA = `analytics.page(); for (const path of ['/a', '/b']) { history.pushState({}, '', path); analytics.page() }`
  test.each([
    ['the preset and autoPageView', 'one page view', 'analytics.page()', {}, presets, 1],
    ['the preset alone', 'one page view', 'analytics.page()', { autoPageView: false }, presets, 1],
    ['autoPageView alone', 'one page view', 'analytics.page()', {}, withoutPageView, 1],
    ['neither of them', 'one page view', 'analytics.page()', { autoPageView: false }, withoutPageView, 0],
    ['the preset and autoPageView', 'three routes of a single-page app', SPA, {}, presets, 3],
    ['the preset alone', 'three routes of a single-page app', SPA, { autoPageView: false }, presets, 3],
    // Without a mapping of page calls there is only the page view at load.
    ['autoPageView alone', 'three routes of a single-page app', SPA, {}, withoutPageView, 1]
  ])('%s, %s', async (_case, _page, calls, settings, subscriptions, count) => {
    const pageCalls = calls === SPA ? 3 : 1
    await begin({ calls, destination: pixelDestination({ pixelCode, ...settings }, subscriptions) })
    await visit.track('Callback Started')
    await reported(count + 1)
    await eventually(() => {
      expect(visit.segmentPaths().filter((path) => path === '/v1/p')).toHaveLength(pageCalls)
    })
    const pages = visit.segmentCalls.filter(({ path }) => path === '/v1/p').map(({ body }) => body['messageId'])
    const views = running.sandbox.pixelEvents.filter(({ event }) => event === 'Pageview')
    // Without the preset no page call is reported, and the page view at load has no event ID.
    const ids = subscriptions === presets ? pages : Array<undefined>(count).fill(undefined)
    expect(views.map(({ event_id }) => event_id).sort()).toStrictEqual(ids.sort())
  })
})
