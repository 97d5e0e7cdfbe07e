/** @jest-environment jsdom */
import type { PixelSettings } from '../../../src/destinations/tiktok-pixel/types'
import { connect, initialize } from '../../../src/destinations/tiktok-pixel/initialize'
import { ensureTtq } from '../../../src/destinations/tiktok-pixel/ttq'
import type { QueuedCall } from '../../../src/destinations/tiktok-pixel/ttq-types'
import { connected, emptyPage, fakeAnalytics, queued, settings } from './pixel-page'

type Connected = ReturnType<typeof connected>

const stamped = (choice: unknown, category = 'Advertising') => ({
  context: { consent: { categoryPreferences: { [category]: choice } } }
})
/** The calls for all pixels of a page. */
const forAll = ({ page }: Connected) => Array.from((page.ttq ?? []) as QueuedCall[])
const track = (event_id: string) => ['track', 'Contact', {}, { event_id }]

afterEach(() => jest.restoreAllMocks())

test.each([
  ['off', {}, 0],
  ['off', { consentMode: 'off' }, 0],
  ['on', { consentMode: 'on' }, 1],
  ['strict', { consentMode: 'strict' }, 1]
] as const)('%s, %j: a plugin reads the choice of every event where it is asked for', async (_mode, changed, count) => {
  jest.spyOn(console, 'warn').mockImplementation()
  const { plugins, analytics } = fakeAnalytics()
  const client = await initialize({ settings: settings({ useExistingPixel: true, ...changed }), analytics })
  expect(plugins.map(({ name, type, version }) => [name, type, version])).toStrictEqual(
    Array(count).fill(['TikTok Pixel consent', 'enrichment', '1'])
  )
  const [plugin] = plugins
  for (const method of ['track', 'page', 'identify', 'group', 'alias'] as const) {
    const context = { event: stamped(method === 'identify') }
    expect(plugin?.[method](context) ?? context).toBe(context)
    expect(client.choice).toBe(count === 0 ? true : method === 'identify')
  }
  expect([plugin?.isLoaded() ?? true, await plugin?.load()]).toStrictEqual([true, undefined])
})

describe('the choice', () => {
  test.each([
    ['the category by default', {}, stamped(true), true],
    ['a denial', {}, stamped(false), false],
    ['another category', { consentCategory: 'C0004' }, stamped(true, 'C0004'), true],
    ['not the default one then', { consentCategory: 'C0004' }, stamped(true), undefined],
    ['a blank one is the default', { consentCategory: ' ' }, stamped(true), true],
    ['neither yes nor no', {}, stamped('true'), undefined],
    ['no stamp', {}, { context: {} }, undefined],
    ['a stamp without preferences', {}, { context: { consent: {} } }, undefined],
    ['no context', {}, {}, undefined]
  ])('%s', (_case, changed: Partial<PixelSettings>, event, choice) => {
    const client = connect(emptyPage().page, settings({ consentMode: 'strict', ...changed }))
    client.observeConsent(event)
    expect(client.choice).toBe(choice)
    client.observeConsent({ context: {} })
    expect(client.choice).toBe(choice)
  })
})

describe('on', () => {
  const begin = (changed: Partial<PixelSettings> = {}) => connected({ consentMode: 'on', ...changed })

  test('TikTok holds from before the pixel is loaded, and is told each change once', () => {
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
    expect(forAll(pixel)).toStrictEqual([['holdConsent'], ['grantConsent'], ['revokeConsent'], ['grantConsent']])
    expect(pixel.calls()).toStrictEqual([track('m-1')])
  })

  test('after a denial the pixel is told nothing, and after a grant again who the person is', () => {
    const pixel = begin()
    pixel.report({ event_id: 'm-1', external_id: 'U-1' })
    pixel.client.observeConsent(stamped(false))
    pixel.report({ event_id: 'm-2', external_id: 'U-1' })
    pixel.client.observeConsent(stamped(true))
    pixel.report({ event_id: 'm-3', external_id: 'U-1' })
    const identify = ['identify', { external_id: 'U-1' }]
    expect(pixel.calls()).toStrictEqual([identify, track('m-1'), identify, track('m-3')])
  })

  test('a pixel of the page is told nothing before a grant, whenever it is loaded', () => {
    const pixel = begin({ useExistingPixel: true })
    pixel.report({ event_id: 'm-1' })
    ensureTtq(pixel.page).load('C1')
    pixel.report({ event_id: 'm-2' })
    expect(pixel.calls()).toStrictEqual([])
    pixel.client.observeConsent(stamped(true))
    expect(pixel.calls()).toStrictEqual([track('m-1'), track('m-2')])
    expect([forAll(pixel), pixel.warnings]).toStrictEqual([[], []])
  })

  test('a ttq that cannot be told of consent: nothing is reported, and the console says so', () => {
    const pixel = begin()
    Object.assign(pixel.page.ttq ?? {}, { grantConsent: undefined })
    for (const choice of [true, false, true]) pixel.client.observeConsent(stamped(choice))
    pixel.report({ event_id: 'm-1' })
    expect(pixel.calls()).toStrictEqual([])
    expect(pixel.warnings).toStrictEqual([expect.stringMatching(/^TikTok Pixel: off, TypeError: /)])
  })
})

describe('strict', () => {
  const begin = (changed: Partial<PixelSettings> = {}) => connected({ consentMode: 'strict', ...changed })

  test('nothing is loaded before a grant; then the page view, and at most 100 calls in order', () => {
    const pixel = begin({ autoPageView: true })
    for (let call = 1; call <= 101; call++) pixel.report({ event_id: `m-${call}` })
    expect([pixel.page.ttq, pixel.page.document.scripts.length]).toStrictEqual([undefined, 0])
    pixel.client.observeConsent(stamped(true))
    const first100 = Array.from({ length: 100 }, (_, call) => track(`m-${call + 1}`))
    expect(pixel.calls()).toStrictEqual([['page'], ...first100])
    expect(forAll(pixel)).toStrictEqual([])
  })

  test('a denial drops what was called; the pixel is loaded by a later grant', () => {
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
    expect(forAll(pixel)).toStrictEqual([['revokeConsent'], ['grantConsent']])
    expect(pixel.page.document.scripts).toHaveLength(1)
  })

  test('a blank pixel code: nothing is loaded by a grant either', () => {
    const pixel = begin({ pixelCode: ' ' })
    pixel.client.observeConsent(stamped(true))
    expect([pixel.page.ttq, pixel.page.document.scripts.length]).toStrictEqual([undefined, 0])
    expect(pixel.warnings).toStrictEqual(['TikTok Pixel: off, no pixel code'])
  })
})

test('off, and a mode that there is not: the choice changes nothing', () => {
  for (const consentMode of ['off', 'unheard of'] as PixelSettings['consentMode'][]) {
    const pixel = connected({ ...(consentMode && { consentMode }) })
    pixel.client.observeConsent(stamped(false))
    pixel.report({ event_id: 'm-1' })
    expect(queued(pixel.page)).toStrictEqual([track('m-1')])
    expect(forAll(pixel)).toStrictEqual([])
  }
})
