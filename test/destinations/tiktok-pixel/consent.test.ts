/** @jest-environment jsdom */
import type { AnalyticsEvent } from '../../../src/destinations/tiktok-pixel/analytics-types'
import type { Consent } from '../../../src/destinations/tiktok-pixel/consent'
import { connect, initialize } from '../../../src/destinations/tiktok-pixel/initialize'
import type { PixelSettings } from '../../../src/destinations/tiktok-pixel/pixel-settings'
import { ensureTtq } from '../../../src/destinations/tiktok-pixel/ttq'
import type { QueuedCall } from '../../../src/destinations/tiktok-pixel/ttq-types'
import { connected, emptyPage, fakeAnalytics, queued, settings } from './pixel-page'

type Connected = ReturnType<typeof connected>

const stamped = (choice: unknown, category = 'Advertising'): AnalyticsEvent => ({
  context: { consent: { categoryPreferences: { [category]: choice } } }
})
/** The calls for all pixels of a page. */
const forAllPixels = ({ page }: Connected) => Array.from((page.ttq ?? []) as QueuedCall[])
const track = (event_id: string) => ['track', 'Contact', {}, { event_id }]
const identify = (external_id: string) => ['identify', { external_id }]

afterEach(() => jest.restoreAllMocks())

test.each([
  ['off', {}, 0],
  ['off', { consentMode: 'off' }, 0],
  ['on', { consentMode: 'on' }, 1],
  ['strict', { consentMode: 'strict' }, 1]
] as const)('mode %s, %j: %i plugins read the choice of every event', async (_mode, changed, count) => {
  jest.spyOn(console, 'warn').mockImplementation()
  const { plugins, analytics } = fakeAnalytics()
  const client = await initialize({ settings: settings({ useExistingPixel: true, ...changed }), analytics })
  expect(plugins.map(({ name, type, version }) => [name, type, version])).toStrictEqual(
    Array(count).fill(['TikTok Pixel consent', 'enrichment', '1'])
  )
  const [plugin] = plugins
  for (const method of ['track', 'page', 'identify', 'group', 'alias', 'screen'] as const) {
    const context = { event: stamped(method === 'identify') }
    expect(plugin?.[method](context) ?? context).toBe(context)
    expect(client.consentFor({})).toBe(count === 0 || method === 'identify' ? 'granted' : 'denied')
  }
  expect([plugin?.isLoaded() ?? true, await plugin?.load()]).toStrictEqual([true, undefined])
})

describe('the choice', () => {
  const cases: [string, Partial<PixelSettings>, AnalyticsEvent, Consent][] = [
    ['a grant of the default category', {}, stamped(true), 'granted'],
    ['a denial', {}, stamped(false), 'denied'],
    ['a grant of the category in the settings', { consentCategory: 'C0004' }, stamped(true, 'C0004'), 'granted'],
    ['a grant of another category', { consentCategory: 'C0004' }, stamped(true), 'pending'],
    ['a blank category is the default one', { consentCategory: ' ' }, stamped(true), 'granted'],
    ['neither yes nor no', {}, stamped('true'), 'pending'],
    ['no stamp', {}, { context: {} }, 'pending'],
    ['a stamp without preferences', {}, { context: { consent: {} } }, 'pending'],
    ['no context', {}, {}, 'pending']
  ]

  test.each(cases)('%s', (_case, changed, event, expected) => {
    const client = connect(emptyPage().page, settings({ consentMode: 'strict', ...changed }))
    expect(client.consentFor(event)).toBe(expected)
    expect(client.consentFor({})).toBe('pending')
    client.observeConsent(event)
    expect(client.consentFor({})).toBe(expected)
    client.observeConsent({ context: {} })
    expect(client.consentFor({})).toBe(expected)
  })
})

describe('mode on', () => {
  const begin = (changed: Partial<PixelSettings> = {}) => connected({ consentMode: 'on', ...changed })

  test('TikTok holds its queue before the pixel is loaded, and each change is passed on once', () => {
    const { page } = emptyPage()
    const before: unknown[] = []
    const ttq = ensureTtq(page)
    const load = ttq.load
    ttq.load = (...args) => {
      before.push(...Array.from(ttq as unknown as QueuedCall[]))
      load(...args)
    }
    const pixel = connected({ consentMode: 'on' }, { page, warnings: [] })
    pixel.report({ event_id: 'm-1' })
    for (const choice of [true, true, false, undefined, true]) pixel.client.observeConsent(stamped(choice))
    expect(before).toStrictEqual([['holdConsent']])
    expect(forAllPixels(pixel)).toStrictEqual([['holdConsent'], ['grantConsent'], ['revokeConsent'], ['grantConsent']])
    expect(pixel.calls()).toStrictEqual([track('m-1')])
  })

  test('TikTok also holds the queue of a pixel that the page has loaded', () => {
    const { page, warnings } = emptyPage()
    ensureTtq(page).load('C1')
    const pixel = connected({ consentMode: 'on' }, { page, warnings })
    expect(forAllPixels(pixel)).toStrictEqual([['holdConsent']])
    pixel.client.observeConsent(stamped(true))
    expect(forAllPixels(pixel)).toStrictEqual([['holdConsent'], ['grantConsent']])
    expect(page.document.scripts).toHaveLength(1)
  })

  test('after a denial the pixel gets no call, and after a grant the person is identified again', () => {
    const pixel = begin()
    pixel.report({ event_id: 'm-1', external_id: 'U-1' })
    pixel.client.observeConsent(stamped(false))
    pixel.report({ event_id: 'm-2', external_id: 'U-1' })
    pixel.client.observeConsent(stamped(true))
    pixel.report({ event_id: 'm-3', external_id: 'U-1' })
    expect(pixel.calls()).toStrictEqual([identify('U-1'), track('m-1'), identify('U-1'), track('m-3')])
  })

  test('a pixel of the page gets no call before a grant, whether it loads early or late', () => {
    const pixel = begin({ useExistingPixel: true })
    pixel.report({ event_id: 'm-1' })
    ensureTtq(pixel.page).load('C1')
    pixel.report({ event_id: 'm-2' })
    expect(pixel.calls()).toStrictEqual([])
    pixel.client.observeConsent(stamped(true))
    expect(pixel.calls()).toStrictEqual([track('m-1'), track('m-2')])
    expect([forAllPixels(pixel), pixel.warnings]).toStrictEqual([[], []])
  })

  test('a ttq without grantConsent disables the pixel, and the error is logged once', () => {
    const pixel = begin()
    Object.assign(pixel.page.ttq ?? {}, { grantConsent: undefined })
    for (const choice of [true, false, true]) pixel.client.observeConsent(stamped(choice))
    pixel.report({ event_id: 'm-1' })
    expect(pixel.calls()).toStrictEqual([])
    expect(pixel.warnings).toStrictEqual([expect.stringMatching(/^TikTok Pixel: off: TypeError: /)])
  })
})

describe('mode strict', () => {
  const begin = (changed: Partial<PixelSettings> = {}) => connected({ consentMode: 'strict', ...changed })
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `m-${index + 1}`)

  test('nothing is loaded before a grant; then the page view and the first 100 events follow in order', () => {
    const pixel = begin({ autoPageView: true })
    for (const event_id of ids(101)) pixel.report({ event_id })
    expect([pixel.page.ttq, pixel.page.document.scripts.length]).toStrictEqual([undefined, 0])
    pixel.client.observeConsent(stamped(true))
    expect(pixel.calls()).toStrictEqual([['page'], ...ids(100).map(track)])
    expect(forAllPixels(pixel)).toStrictEqual([])
  })

  test('of 150 events that each have a person, the first 100 follow with their persons', () => {
    const pixel = begin()
    for (const event_id of ids(150)) pixel.report({ event_id, external_id: `U-${event_id}` })
    pixel.client.observeConsent(stamped(true))
    expect(pixel.calls()).toStrictEqual(ids(100).flatMap((id) => [identify(`U-${id}`), track(id)]))
  })

  test('an identify call is held like an event', () => {
    const pixel = begin()
    pixel.identify({ external_id: 'U-1' })
    pixel.report({ event_id: 'm-1', external_id: 'U-1' })
    pixel.client.observeConsent(stamped(true))
    expect(pixel.calls()).toStrictEqual([identify('U-1'), track('m-1')])
  })

  test('a denial drops the held events, and a later grant loads the pixel', () => {
    const pixel = begin()
    pixel.report({ event_id: 'm-1' })
    pixel.client.observeConsent(stamped(false))
    pixel.report({ event_id: 'm-2' })
    expect(pixel.page.document.scripts).toHaveLength(0)
    pixel.client.observeConsent(stamped(true))
    pixel.report({ event_id: 'm-3' })
    pixel.client.observeConsent(stamped(false))
    pixel.report({ event_id: 'm-4' })
    pixel.client.observeConsent(stamped(true))
    expect(pixel.calls()).toStrictEqual([track('m-3')])
    expect(forAllPixels(pixel)).toStrictEqual([['revokeConsent'], ['grantConsent']])
    expect(pixel.page.document.scripts).toHaveLength(1)
  })

  test('with a blank pixel code a grant loads nothing', () => {
    const pixel = begin({ pixelCode: ' ' })
    pixel.client.observeConsent(stamped(true))
    expect([pixel.page.ttq, pixel.page.document.scripts.length]).toStrictEqual([undefined, 0])
    expect(pixel.warnings).toStrictEqual(['TikTok Pixel: off: the setting Pixel Code is blank'])
  })
})

// analytics.js runs the enrichments of several events before the first of them reaches the actions.
describe.each(['on', 'strict'] as const)("mode %s: an event's own choice", (consentMode) => {
  /** Sends events as analytics.js does when they are tracked in the same tick. */
  const inOneTick = (...events: [event_id: string, event: AnalyticsEvent][]) => {
    const pixel = connected({ consentMode })
    for (const [, event] of events) pixel.client.observeConsent(event)
    for (const [event_id, event] of events) pixel.report({ event_id, email: `${event_id}@example.com` }, event)
    for (const [event_id, event] of events) pixel.identify({ email: `${event_id}-2@example.com` }, event)
    return pixel.calls()
  }
  const sent = (id: string) => [['identify', { email: `${id}@example.com` }], track(id)]
  const identified = (id: string) => ['identify', { email: `${id}-2@example.com` }]

  test('an event that denies is never sent, even when the next event has already granted', () => {
    expect(inOneTick(['no', stamped(false)], ['yes', stamped(true)])).toStrictEqual([...sent('yes'), identified('yes')])
    expect(inOneTick(['yes', stamped(true)], ['no', stamped(false)], ['again', stamped(true)])).toStrictEqual([
      ...sent('yes'),
      ...sent('again'),
      identified('yes'),
      identified('again')
    ])
  })

  test('an event that grants is not sent when a later event has already denied', () => {
    expect(inOneTick(['yes', stamped(true)], ['no', stamped(false)])).toStrictEqual([])
  })

  test('an event without a choice uses the latest one', () => {
    expect(inOneTick(['none', {}], ['yes', stamped(true)])).toStrictEqual([
      ...sent('none'),
      ...sent('yes'),
      identified('none'),
      identified('yes')
    ])
    expect(inOneTick(['none', {}], ['no', stamped(false)])).toStrictEqual([])
  })
})

test.each(['off', 'unheard of'] as PixelSettings['consentMode'][])(
  'mode %s: the choice changes nothing',
  (consentMode) => {
    const pixel = connected({ ...(consentMode && { consentMode }) })
    pixel.client.observeConsent(stamped(false))
    pixel.report({ event_id: 'm-1' }, stamped(false))
    expect(queued(pixel.page)).toStrictEqual([track('m-1')])
    expect(forAllPixels(pixel)).toStrictEqual([])
  }
)
