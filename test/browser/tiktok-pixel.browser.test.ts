import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { identifyCalls, pixelDestination, presets } from '../../local-site/pixel-destination'
import { endVisit, scriptOf, visitPixelPage, type VisitOptions, type PixelVisit } from './pixel-visit'

const narrow = presets.map((preset) =>
  preset.name === 'Page View' ? { ...preset, subscribe: 'type = "page" and name = "Home"' } : preset
)
const withoutPageView = [...presets.filter(({ name }) => name !== 'Page View'), identifyCalls]

// The pixel of a page, as TikTok's snippet leaves it, shortened.
const ownPixel = (id: string) => `<script>
  const queue = () => { const calls = []; for (const method of ['page', 'track', 'identify', 'instances', 'debug', 'on', 'off',
    'once', 'ready', 'alias', 'group', 'enableCookie', 'disableCookie', 'holdConsent', 'revokeConsent', 'grantConsent'])
    calls[method] = (...args) => calls.push([method, ...args]); return calls }
  window.ttq = Object.assign(queue(), {
    _i: {}, _t: {}, _o: {},
    instance: (id) => ttq._i[id] ?? queue(),
    load: (id, options = {}) => {
      ttq._i[id] = queue(); ttq._o[id] = options
      document.head.append(Object.assign(document.createElement('script'), { src:
        'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=' + id + '&lib=ttq' }))
    }
  })
  ttq.load('${id}'); ttq.instance('${id}').page()
</script>`

describeInChromium('the Pixel as a remote plugin', (browser) => {
  let visit: PixelVisit

  const begin = async (options?: VisitOptions) => {
    visit = await visitPixelPage(browser(), options)
  }

  afterEach(() => endVisit(visit))

  test('page, track and identify calls reach the pixel complete and in order, and its script is loaded once', async () => {
    await begin({ destination: pixelDestination({ ldu: true }) })
    const product = {
      product_id: 'p-1',
      name: 'Tent',
      category: 'Camping',
      brand: 'Fellwind',
      price: 249.5,
      quantity: 2
    }
    const order = { order_id: 'o-1', revenue: 499, currency: 'eur', products: [product] }
    const pageId = await visit.page.evaluate(async () => (await window.analytics.page()).event.messageId ?? '')
    const viewId = await visit.track('Product Viewed', { ...product, currency: 'EUR' })
    await visit.page.evaluate(() =>
      window.analytics.identify('U-1', {
        email: 'Mia@Example.de',
        phone: '+49 151 12345678',
        address: { country: 'DE' }
      })
    )
    const orderId = await visit.track('Order Completed', order)
    await visit.track('Not Mapped')

    const contents = [
      {
        price: 249.5,
        quantity: 2,
        content_id: 'p-1',
        content_category: 'Camping',
        content_name: 'Tent',
        brand: 'Fellwind'
      }
    ]
    const items = { contents, content_type: 'product' }
    const call = (method: string, ...args: unknown[]) => ({ pixel: 'C1', method, args })
    expect(await visit.tiktokCalls(7)).toStrictEqual([
      call('load', { limited_data_use: true }),
      call('identify', { external_id: await visit.anonymousId() }),
      call('track', 'Pageview', {}, { event_id: pageId }),
      call('track', 'ViewContent', { ...items, currency: 'EUR', value: 499 }, { event_id: viewId }),
      call('identify', { email: 'mia@example.de', phone_number: '+4915112345678', external_id: 'U-1', country: 'de' }),
      call('identify', { external_id: 'U-1' }),
      call(
        'track',
        'CompletePayment',
        { ...items, currency: 'EUR', order_id: 'o-1', value: 499 },
        { event_id: orderId }
      )
    ])
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([scriptOf('C1')])
    })
    const isAsync = (src: string) => document.querySelector<HTMLScriptElement>(`script[src="${src}"]`)?.async
    expect(await visit.page.evaluate(isAsync, scriptOf('C1'))).toBe(true)
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/p', '/v1/t', '/v1/i', '/v1/t', '/v1/t'])
    })
    expect(visit.console).toStrictEqual([])
  })

  test('calls made before analytics.js has loaded are reported in order', async () => {
    await begin({
      calls: "analytics.page(); analytics.track('Product Added', { product_id: 'p-1' }); analytics.track('Signed Up')"
    })
    const calls = await visit.tiktokCalls(5)
    expect(calls.map(({ method, args }) => [method, ...args.slice(0, 1)])).toStrictEqual([
      ['load', { limited_data_use: false }],
      ['identify', { external_id: await visit.anonymousId() }],
      ['track', 'Pageview'],
      ['track', 'AddToCart'],
      ['track', 'CompleteRegistration']
    ])
  })

  test.each([
    ['without a mapping for page calls one page view is reported at load', {}, withoutPageView, ['load', 'page']],
    ['with a mapping for only some page calls, one page view is reported at load', {}, narrow, ['load', 'page']],
    ['with the setting off, no page view is reported', { autoPageView: false }, withoutPageView, ['load']]
  ])('%s', async (_case, settings, mappings, methods) => {
    await begin({ destination: pixelDestination(settings, mappings), calls: 'analytics.page()' })
    await visit.track('Not Mapped')
    expect((await visit.tiktokCalls()).map(({ method }) => method)).toStrictEqual(methods)
  })

  test('the pixel is loaded next to another pixel of the page, and each gets its own calls', async () => {
    await begin({ head: ownPixel('C9') })
    await visit.track('Callback Started')
    const calls = await visit.tiktokCalls(5)
    const of = (id: string) => calls.filter(({ pixel }) => pixel === id).map(({ method }) => method)
    expect([of('C9'), of('C1')]).toStrictEqual([
      ['load', 'page'],
      ['load', 'identify', 'track']
    ])
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([scriptOf('C9'), scriptOf('C1')])
    })
  })

  test('a pixel that the page has loaded is used and not loaded again', async () => {
    await begin({ head: ownPixel('C1'), destination: pixelDestination({}, withoutPageView) })
    await visit.track('Callback Started')
    const calls = await visit.tiktokCalls(4)
    expect(calls.map(({ method }) => method)).toStrictEqual(['load', 'page', 'identify', 'track'])
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([scriptOf('C1')])
    })
  })
})
