/** @jest-environment jsdom */
import type { Settings } from '../../../src/destinations/tiktok-pixel/generated-types'
import { currentTtq, ensureTtq, hasPixel, loadPixel } from '../../../src/destinations/tiktok-pixel/ttq'
import { QUEUED_METHODS, type QueuedCall, type Ttq } from '../../../src/destinations/tiktok-pixel/ttq-types'
import { emptyPage as createPage, type TestPage } from './pixel-page'

const NOW = 1_790_000_000_000
const SCRIPT = 'https://analytics.tiktok.com/i18n/pixel/events.js'

const emptyPage = () => createPage().page
const scriptsOf = (page: TestPage) => Array.from(page.document.scripts)
const ignore = () => undefined
const load = (page: TestPage, changed: Partial<Settings> = {}, onBlocked: () => void = ignore) =>
  loadPixel(page, 'C1', { pixelCode: 'C1', ...changed }, onBlocked)

/** A page whose own loader has set up `ttq` and loaded one pixel. */
function pageWithPixel(id: string) {
  const page = emptyPage()
  const ttq = ensureTtq(page)
  const loadByPage = jest.fn<undefined, [string, object?]>((loaded) => {
    ttq._i = { ...ttq._i, [loaded]: ttq.instance(loaded) }
    const script = page.document.createElement('script')
    script.src = `${SCRIPT}?sdkid=${loaded}&lib=ttq`
    page.document.head.appendChild(script)
  })
  ttq._partner = 'Shop system'
  ttq.load = loadByPage
  ttq.load(id)
  loadByPage.mockClear()
  return { page, ttq, loadByPage }
}

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(NOW)
})
afterEach(() => jest.useRealTimers())

describe('a page without ttq', () => {
  test.each([true, false])('loads the pixel, limited data use: %s', (ldu) => {
    const page = emptyPage()
    expect(load(page, { ldu })).toBe(true)
    const ttq = page.ttq as Ttq
    expect(scriptsOf(page).map(({ src }) => src)).toStrictEqual([`${SCRIPT}?sdkid=C1&lib=ttq`])
    expect(page.TiktokAnalyticsObject).toBe('ttq')
    expect(ttq._partner).toBe('Segment')
    expect(Object.keys(ttq._i ?? {})).toStrictEqual(['C1'])
    expect(ttq._i?.['C1']?._u).toBe(SCRIPT)
    expect(ttq._t).toStrictEqual({ C1: NOW })
    expect(ttq._o).toStrictEqual({ C1: { limited_data_use: ldu } })
  })

  test('every method queues its name and arguments, on ttq and on one pixel', () => {
    const page = emptyPage()
    load(page)
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

  test('calls to a pixel that was never loaded are lost', () => {
    const page = emptyPage()
    load(page)
    currentTtq(page)?.instance('C2').page()
    expect(Array.from(page.ttq as QueuedCall[])).toStrictEqual([])
    expect(Object.keys((page.ttq as Ttq)._i ?? {})).toStrictEqual(['C1'])
  })

  test('a pixel code cannot change the URL', () => {
    const page = emptyPage()
    loadPixel(page, 'C1&lib=x', { pixelCode: '' }, ignore)
    expect(scriptsOf(page).map(({ src }) => src)).toStrictEqual([`${SCRIPT}?sdkid=C1%26lib%3Dx&lib=ttq`])
  })

  test('a plain array that was started as a queue keeps its calls', () => {
    const calls: QueuedCall[] = [['track', 'Contact']]
    const page: TestPage = { ...emptyPage(), ttq: calls }
    expect(load(page)).toBe(true)
    expect(page.ttq).toBe(calls)
    expect(Array.from(calls)).toStrictEqual([['track', 'Contact']])
  })
})

describe('a page with ttq', () => {
  test('a second pixel is loaded on the same ttq', () => {
    const { page, ttq, loadByPage } = pageWithPixel('C9')
    expect(load(page, { ldu: true })).toBe(true)
    expect(page.ttq).toBe(ttq)
    expect(ttq._partner).toBe('Shop system')
    expect(loadByPage).toHaveBeenCalledTimes(1)
    expect(loadByPage).toHaveBeenCalledWith('C1', { limited_data_use: true })
  })

  test('the same pixel is not loaded twice, by the page or by us', () => {
    const { page, loadByPage } = pageWithPixel('C1')
    expect(load(page)).toBe(false)
    expect(loadByPage).not.toHaveBeenCalled()
    const ours = emptyPage()
    expect([load(ours), load(ours)]).toStrictEqual([true, false])
    expect(scriptsOf(ours)).toHaveLength(1)
  })

  test('has a pixel when ttq lists it, or lists no pixels', () => {
    const { page, ttq } = pageWithPixel('C1')
    expect([hasPixel(page, 'C1'), hasPixel(page, 'C9'), hasPixel(emptyPage(), 'C1')]).toStrictEqual([
      true,
      false,
      false
    ])
    delete ttq._i
    expect(hasPixel(page, 'C9')).toBe(true)
  })

  test("the current ttq is the object that replaced TikTok's queue", () => {
    const page = emptyPage()
    load(page)
    const ttq = ensureTtq(emptyPage())
    page.ttq = ttq
    expect(currentTtq(page)).toBe(ttq)
  })
})

describe('a script that does not load', () => {
  test.each([
    ['our own loader', emptyPage],
    ["the page's loader", () => pageWithPixel('C9').page]
  ])('is reported: %s', (_loader, makePage) => {
    const page = makePage()
    const onBlocked = jest.fn()
    load(page, {}, onBlocked)
    const script = scriptsOf(page).find(({ src }) => src.includes('sdkid=C1&'))
    script?.dispatchEvent(new Event('error'))
    expect(onBlocked).toHaveBeenCalledTimes(1)
  })

  test("is not reported when it is another pixel's", () => {
    const { page } = pageWithPixel('C9')
    const onBlocked = jest.fn()
    load(page, {}, onBlocked)
    scriptsOf(page)[0]?.dispatchEvent(new Event('error'))
    expect(onBlocked).not.toHaveBeenCalled()
  })
})
