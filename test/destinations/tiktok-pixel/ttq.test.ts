/** @jest-environment jsdom */
import type { Settings } from '../../../src/destinations/tiktok-pixel/generated-types'
import { connectPixel, currentTtq, ensureTtq } from '../../../src/destinations/tiktok-pixel/ttq'
import {
  QUEUED_METHODS,
  type PixelWindow,
  type QueuedCall,
  type Ttq
} from '../../../src/destinations/tiktok-pixel/types'

const NOW = 1_790_000_000_000
const SCRIPT = 'https://analytics.tiktok.com/i18n/pixel/events.js'

const emptyPage = (): PixelWindow => ({ document: document.implementation.createHTMLDocument() })
const scriptsOf = (page: PixelWindow) => Array.from(page.document.scripts)
const ignore = () => undefined
const settings = (changed: Partial<Settings> = {}): Settings => ({ pixelCode: 'C1', ...changed })

/** A page where somebody else's loader has set up `ttq` and loaded one pixel. */
function pageWithPixel(id: string) {
  const page = emptyPage()
  const ttq = ensureTtq(page)
  const load = jest.fn<undefined, [string, object?]>((loaded) => {
    ttq._i = { ...ttq._i, [loaded]: ttq.instance(loaded) }
    const script = page.document.createElement('script')
    script.src = `${SCRIPT}?sdkid=${loaded}&lib=ttq`
    page.document.head.appendChild(script)
  })
  ttq._partner = 'Shop system'
  ttq.load = load
  ttq.load(id)
  load.mockClear()
  return { page, ttq, load }
}

beforeEach(() => jest.useFakeTimers({ now: NOW }))
afterEach(() => jest.useRealTimers())

describe('a page without ttq', () => {
  test.each([true, false])('loads the pixel, limited data use: %s', (ldu) => {
    const page = emptyPage()
    expect(connectPixel(page, settings({ ldu }), ignore)).toBe('loaded')
    const ttq = page.ttq as Ttq
    expect(scriptsOf(page).map(({ src, async }) => ({ src, async }))).toStrictEqual([
      { src: `${SCRIPT}?sdkid=C1&lib=ttq`, async: true }
    ])
    expect(page.TiktokAnalyticsObject).toBe('ttq')
    expect(ttq._partner).toBe('Segment')
    expect(Object.keys(ttq._i ?? {})).toStrictEqual(['C1'])
    expect(ttq._i?.['C1']?._u).toBe(SCRIPT)
    expect(ttq._t).toStrictEqual({ C1: NOW })
    expect(ttq._o).toStrictEqual({ C1: { limited_data_use: ldu } })
  })

  test('every method queues its name and arguments, for all pixels and for one', () => {
    const page = emptyPage()
    connectPixel(page, settings(), ignore)
    const ttq = page.ttq as Ttq
    const pixel = ttq.instance('C1')
    for (const method of QUEUED_METHODS) {
      Reflect.apply(ttq[method], ttq, ['all', { of: 'them' }])
      Reflect.apply(pixel[method], pixel, ['one'])
    }
    expect(Array.from(page.ttq as QueuedCall[])).toStrictEqual(
      QUEUED_METHODS.map((method) => [method, 'all', { of: 'them' }])
    )
    expect(Array.from(ttq._i?.['C1'] as unknown as QueuedCall[])).toStrictEqual(
      QUEUED_METHODS.map((method) => [method, 'one'])
    )
  })

  test('calls to a pixel that was never loaded go nowhere', () => {
    const page = emptyPage()
    connectPixel(page, settings(), ignore)
    currentTtq(page)?.instance('C2').page()
    expect(Array.from(page.ttq as QueuedCall[])).toStrictEqual([])
    expect(Object.keys((page.ttq as Ttq)._i ?? {})).toStrictEqual(['C1'])
  })

  test('an odd pixel code cannot change the address', () => {
    const page = emptyPage()
    connectPixel(page, settings({ pixelCode: 'C1&lib=x' }), ignore)
    expect(scriptsOf(page).map(({ src }) => src)).toStrictEqual([`${SCRIPT}?sdkid=C1%26lib%3Dx&lib=ttq`])
  })

  test('with useExistingPixel nothing is loaded and nothing is left behind', () => {
    const page = emptyPage()
    expect(connectPixel(page, settings({ useExistingPixel: true }), ignore)).toBe('missing')
    expect(Object.keys(page)).toStrictEqual(['document'])
    expect(scriptsOf(page)).toStrictEqual([])
    expect(currentTtq(page)).toBeUndefined()
  })

  test('a queue that was started without the snippet keeps its calls', () => {
    const calls: QueuedCall[] = [['track', 'Contact']]
    const page: PixelWindow = { ...emptyPage(), ttq: calls }
    expect(connectPixel(page, settings(), ignore)).toBe('loaded')
    expect(page.ttq).toBe(calls)
    expect(Array.from(calls)).toStrictEqual([['track', 'Contact']])
  })
})

describe('a page with ttq', () => {
  test('another pixel is loaded beside, on the same ttq', () => {
    const { page, ttq, load } = pageWithPixel('C9')
    expect(connectPixel(page, settings({ ldu: true }), ignore)).toBe('loaded')
    expect(page.ttq).toBe(ttq)
    expect(ttq._partner).toBe('Shop system')
    expect(load.mock.calls).toStrictEqual([['C1', { limited_data_use: true }]])
  })

  test('the same pixel is not loaded twice, by the page or by us', () => {
    const { page, load } = pageWithPixel('C1')
    expect(connectPixel(page, settings(), ignore)).toBe('present')
    expect(load.mock.calls).toStrictEqual([])
    const ours = emptyPage()
    expect([connectPixel(ours, settings(), ignore), connectPixel(ours, settings(), ignore)]).toStrictEqual([
      'loaded',
      'present'
    ])
    expect(scriptsOf(ours)).toHaveLength(1)
  })

  test.each([
    ['this pixel', 'C1', 'present'],
    ['another pixel', 'C9', 'missing']
  ])('with useExistingPixel nothing is loaded: %s is there', (_case, id, state) => {
    const { page, load } = pageWithPixel(id)
    expect(connectPixel(page, settings({ useExistingPixel: true }), ignore)).toBe(state)
    expect(load.mock.calls).toStrictEqual([])
  })

  test('with useExistingPixel a ttq that does not name its pixels is taken at its word', () => {
    const { page, ttq } = pageWithPixel('C9')
    delete ttq._i
    expect(connectPixel(page, settings({ useExistingPixel: true }), ignore)).toBe('present')
  })

  test('calls follow the object that TikTok puts in the place of the queue', () => {
    const page = emptyPage()
    connectPixel(page, settings(), ignore)
    const ttq = ensureTtq(emptyPage())
    page.ttq = ttq
    expect(currentTtq(page)).toBe(ttq)
  })
})

describe('a script that does not arrive', () => {
  test.each([
    ['our own loader', emptyPage],
    ["the page's loader", () => pageWithPixel('C9').page]
  ])('is reported: %s', (_loader, makePage) => {
    const page = makePage()
    const onBlocked = jest.fn()
    connectPixel(page, settings(), onBlocked)
    const script = scriptsOf(page).find(({ src }) => src.includes('sdkid=C1&'))
    script?.dispatchEvent(new Event('error'))
    expect(onBlocked).toHaveBeenCalledTimes(1)
  })

  test("another pixel's failure is not ours", () => {
    const { page } = pageWithPixel('C9')
    const onBlocked = jest.fn()
    connectPixel(page, settings(), onBlocked)
    scriptsOf(page)[0]?.dispatchEvent(new Event('error'))
    expect(onBlocked).not.toHaveBeenCalled()
  })
})
