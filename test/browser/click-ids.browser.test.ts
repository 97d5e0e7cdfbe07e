import type { SegmentEvent } from '@segment/actions-core'
import { run, runPresets } from '../support/conversions'
import { useSandbox } from '../support/use-sandbox'
import { launchWithoutStorage } from '../../local-site/chromium'
import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { captureClickIds, identifyCalls, pixelDestination, presets } from '../../local-site/pixel-destination'
import { endVisit, visitPixelPage, type VisitOptions, type PixelVisit } from './pixel-visit'

const DAY = 24 * 3_600_000
const BOTH = { ttclid: 'E.C.P.abc', ttp: 'ttp-1' }
const ALL = { 'Tiktok Conversions': BOTH, 'TikTok Conversions': BOTH, 'TikTok Offline Conversions': BOTH }
const LANDING = { path: '/?ttclid=E.C.P.abc', cookies: { _ttp: 'ttp-1' }, calls: 'analytics.page()' }

const destination = pixelDestination({}, [...presets, identifyCalls, captureClickIds])

describeInChromium('click IDs for the server', (browser) => {
  const running = useSandbox()
  let visit: PixelVisit

  const begin = async (options?: VisitOptions) => {
    visit = await visitPixelPage(browser(), { destination, ...options })
  }
  /** The integrations object of the last call to Segment. */
  const integrations = () => visit.segmentCalls.at(-1)?.body['integrations'] as Record<string, unknown>
  const given = async (event = 'Order Completed', name = 'Tiktok Conversions') => {
    await visit.track(event)
    return integrations()[name]
  }

  afterEach(() => endVisit(visit))

  test('click IDs of the landing page reach TikTok with an order on another page, through Conversions', async () => {
    await begin(LANDING)
    await visit.open('/next')
    await visit.track('Order Completed', { order_id: 'o-1', revenue: 20, currency: 'EUR' })

    const orders = visit.segmentCalls.filter(({ path }) => path === '/v1/t')
    expect(orders.map(({ body }) => [body['event'], body['integrations']])).toStrictEqual([['Order Completed', ALL]])
    for (const { body } of orders) await runPresets(running.sandbox, body as unknown as SegmentEvent)
    expect(running.sandbox.accepted.map(({ data: { user } }) => [user?.ttclid, user?.ttp])).toStrictEqual([
      ['E.C.P.abc', 'ttp-1']
    ])
  })

  test('Conversions mappings saved since 2024 read them', async () => {
    await begin(LANDING)
    await visit.track('Order Completed', { order_id: 'o-1' })
    const event = visit.segmentCalls.at(-1)?.body as unknown as SegmentEvent
    const read = (key: string) => ({ '@path': `$.integrations.TikTok Conversions.${key}` })
    const mapping = { event: 'CompletePayment', event_source: 'web', ttclid: read('ttclid'), ttp: read('ttp') }
    await run(running.sandbox, event, { mapping })
    expect(running.sandbox.accepted.map(({ data: { user } }) => user)).toStrictEqual([BOTH])
  })

  test('page and identify calls also carry them', async () => {
    await begin(LANDING)
    await visit.page.evaluate(() => window.analytics.identify('U-1'))
    await eventually(() => {
      expect(visit.segmentCalls.map(({ path, body }) => [path, body['integrations']])).toStrictEqual(
        ['/v1/p', '/v1/i'].map((path) => [path, ALL])
      )
    })
  })

  test('a newer click replaces an older one, but a blank one does not', async () => {
    await begin(LANDING)
    await visit.open('/next?ttclid=%20')
    expect(await given()).toStrictEqual(BOTH)
    await visit.open('/next?ttclid=E.C.P.new')
    expect(await given('Product Added')).toStrictEqual({ ttclid: 'E.C.P.new', ttp: 'ttp-1' })
    await visit.open('/')
    expect(await given()).toStrictEqual({ ttclid: 'E.C.P.new', ttp: 'ttp-1' })
  })

  test.each([
    [29, BOTH],
    [31, { ttp: 'ttp-1' }]
  ])('%i days after the click, an event carries %j', async (days, expected) => {
    await begin(LANDING)
    expect(await given()).toStrictEqual(BOTH)
    await visit.page.clock.setSystemTime(Date.now() + days * DAY)
    await visit.open('/next')
    expect(await given()).toStrictEqual(expected)
  })

  test('the page works without storage, and the click of this page is used', async () => {
    visit = await visitPixelPage({ newContext: launchWithoutStorage }, { destination, ...LANDING })
    const storage = visit.page.evaluate(() => [document.cookie, localStorage.length])
    await expect(storage).rejects.toThrow('Access is denied')
    expect(await given()).toStrictEqual({ ttclid: 'E.C.P.abc' })
    await visit.page.evaluate(() => {
      history.pushState({}, '', '/next')
    })
    expect(await given()).toStrictEqual({ ttclid: 'E.C.P.abc' })
  })

  test('a visitor without a click has at most the cookie ID', async () => {
    await begin({ tiktok: 'unreachable' })
    expect(await given()).toBeUndefined()
    await visit.page.context().addCookies([{ name: '_ttp', value: 'ttp-2', url: visit.page.url() }])
    expect(await given()).toStrictEqual({ ttp: 'ttp-2' })
  })

  const on = { 'Tiktok Conversions': true, 'TikTok Offline Conversions': { ttp: 'own' } }
  const off = { 'Tiktok Conversions': false }
  test.each([
    ['off', off, { ...ALL, ...off }],
    ['off with all others', { All: false, 'Segment.io': true }, { All: false, 'Segment.io': true }],
    [
      'on, all others off',
      { All: false, 'Segment.io': true, ...on },
      {
        All: false,
        'Segment.io': true,
        'Tiktok Conversions': BOTH,
        'TikTok Offline Conversions': { ...BOTH, ttp: 'own' }
      }
    ]
  ])('respects an integrations object that turns the destination %s', async (_case, given, expected) => {
    await begin(LANDING)
    await visit.page.evaluate((values) => window.analytics.track('Signed Up', {}, { integrations: values }), given)
    expect(integrations()).toStrictEqual(expected)
  })
})
