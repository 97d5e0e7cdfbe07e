/** @jest-environment jsdom */
import type { PixelSettings, PixelSubscription } from '../../../src/destinations/tiktok-pixel/types'
import { connect, initialize, type HostPage } from '../../../src/destinations/tiktok-pixel/initialize'
import { ensureTtq } from '../../../src/destinations/tiktok-pixel/ttq'
import { connected, emptyPage, fakeAnalytics, queued, settings } from './pixel-page'

const BLOCKED = 'TikTok Pixel: off, script blocked'
const MISSING = 'TikTok Pixel: no such pixel yet'

function loadByPage(page: HostPage, id: string) {
  ensureTtq(page).load(id)
}

/** As under `require-trusted-types-for 'script'`: the address of a script cannot be set. */
function trustedTypesPage() {
  jest.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(() => {
    throw new TypeError('This document requires TrustedScriptURL')
  })
  return emptyPage()
}

afterEach(() => jest.restoreAllMocks())

/** Every way in which the page, the settings or the network can differ, and what is said about it. */
const CASES: [string, () => ReturnType<typeof emptyPage>, Partial<PixelSettings>, string[]][] = [
  ['an empty page', emptyPage, {}, []],
  ['limited data use', emptyPage, { ldu: true }, []],
  ['consent on', emptyPage, { consentMode: 'on' }, []],
  ['consent strict', emptyPage, { consentMode: 'strict' }, []],
  [
    'a page with this pixel',
    () => {
      const found = emptyPage()
      loadByPage(found.page, 'C1')
      return found
    },
    {},
    []
  ],
  [
    'a page with another pixel',
    () => {
      const found = emptyPage()
      loadByPage(found.page, 'C9')
      return found
    },
    {},
    []
  ],
  ['useExistingPixel without a pixel', emptyPage, { useExistingPixel: true }, [MISSING]],
  [
    'useExistingPixel with another pixel',
    () => {
      const found = emptyPage()
      loadByPage(found.page, 'C9')
      return found
    },
    { useExistingPixel: true },
    [MISSING]
  ],
  ['a blank pixel code', emptyPage, { pixelCode: ' ' }, ['TikTok Pixel: off, no pixel code']],
  [
    'a page that requires trusted types',
    trustedTypesPage,
    {},
    ['TikTok Pixel: off, TypeError: This document requires TrustedScriptURL']
  ]
]

describe.each(CASES)('%s', (_case, makePage, changed, said) => {
  test('connects without an error, and says what does not work once', () => {
    const { report, identify, warnings } = connected(changed, makePage())
    report({ external_id: 'U-1' })
    identify({ email: 'a@example.com' })
    report({})
    expect(warnings).toStrictEqual(said)
  })

  test('initialize resolves at once', async () => {
    const { page } = makePage()
    const client = jest.fn()
    const rejected = jest.fn()
    jest.spyOn(console, 'warn').mockImplementation()
    Object.assign(window, { ttq: page.ttq })
    void initialize({ settings: settings(changed), analytics: fakeAnalytics().analytics }).then(client, rejected)
    await Promise.resolve()
    expect(client).toHaveBeenCalledTimes(1)
    expect(rejected).not.toHaveBeenCalled()
    Reflect.deleteProperty(window, 'ttq')
  })
})

describe('a pixel that is not there', () => {
  test('is told nothing, and is used when the page loads it later', () => {
    const { page, report } = connected({ useExistingPixel: true })
    report({ event_id: 'm-1' })
    loadByPage(page, 'C1')
    report({ event_id: 'm-2' })
    expect(queued(page)).toStrictEqual([['track', 'Contact', {}, { event_id: 'm-2' }]])
  })

  test.each([undefined, 'C1', 'C9'])('with useExistingPixel nothing is loaded and nothing is left behind: %s', (id) => {
    const { page, warnings } = emptyPage()
    if (id !== undefined) loadByPage(page, id)
    const before = { ...page }
    connected({ useExistingPixel: true, autoPageView: true }, { page, warnings })
    expect(page).toStrictEqual(before)
    expect([page.document.scripts.length, queued(page)]).toStrictEqual([id === undefined ? 0 : 1, []])
    expect(warnings).toStrictEqual(id === 'C1' ? [] : [MISSING])
  })

  test.each(['C9', 'C1'])('no pixel code: nothing is loaded and nothing is told to %s', (id) => {
    const { page, report } = connected({ pixelCode: '' })
    report({})
    expect(page.ttq).toBeUndefined()
    expect(queued(page, id)).toStrictEqual([])
  })

  test('a page that requires trusted types: calls do not pile up', () => {
    const { report, calls } = connected({}, trustedTypesPage())
    report({})
    expect(calls()).toStrictEqual([])
  })

  test('a blocked script: said once, and calls no longer pile up', () => {
    const { page, report, calls, warnings } = connected()
    report({ event_id: 'm-1' })
    page.document.scripts[0]?.dispatchEvent(new Event('error'))
    report({ event_id: 'm-2' })
    expect(calls()).toStrictEqual([['track', 'Contact', {}, { event_id: 'm-1' }]])
    expect(warnings).toStrictEqual([BLOCKED])
  })
})

describe('pixels beside each other', () => {
  test('a second pixel is loaded beside the first, and each is told its own', () => {
    const { page } = emptyPage()
    const first = connected({}, { page, warnings: [] })
    const second = connected({ pixelCode: 'C2' }, { page, warnings: [] })
    first.report({ event_id: 'm-1', external_id: 'U-1' })
    second.report({ event_id: 'm-2', external_id: 'U-1' })
    expect(queued(page)).toStrictEqual([
      ['identify', { external_id: 'U-1' }],
      ['track', 'Contact', {}, { event_id: 'm-1' }]
    ])
    expect(queued(page, 'C2')).toStrictEqual([
      ['identify', { external_id: 'U-1' }],
      ['track', 'Contact', {}, { event_id: 'm-2' }]
    ])
    expect(page.document.scripts).toHaveLength(2)
  })

  test('the pixel that the page has loaded is not loaded again', () => {
    const { page, warnings } = emptyPage()
    loadByPage(page, 'C1')
    const { report } = connected({ pixelCode: ' C1 ' }, { page, warnings })
    report({ event_id: 'm-1' })
    expect(page.document.scripts).toHaveLength(1)
    expect(queued(page)).toStrictEqual([['track', 'Contact', {}, { event_id: 'm-1' }]])
  })
})

describe('the page view at load', () => {
  const mapping = (changed: Partial<PixelSubscription>): PixelSubscription => ({
    name: 'Page View',
    enabled: true,
    partnerAction: 'reportWebEvent',
    subscribe: 'type = "page"',
    mapping: { event: 'Pageview' },
    ...changed
  })

  test.each([
    ['by default', {}, true],
    ['when it is on', { autoPageView: true }, true],
    ['not when it is off', { autoPageView: false }, false],
    ['not when a mapping reports page calls', { subscriptions: [mapping({})] }, false],
    ['when that mapping is disabled', { subscriptions: [mapping({ enabled: false })] }, true],
    ['when it reports another event', { subscriptions: [mapping({ mapping: { event: 'ViewContent' } })] }, true],
    ['when it reports track calls', { subscriptions: [mapping({ subscribe: 'event = "Home"' })] }, true],
    [
      'when it reports another type of page',
      { subscriptions: [mapping({ subscribe: 'type = "track" and properties.page_type = "page"' })] },
      true
    ],
    ['when another action takes page calls', { subscriptions: [mapping({ partnerAction: 'identify' })] }, true],
    [
      'not when the mapping takes some page calls',
      { subscriptions: [mapping({ subscribe: 'type="page" and name="x"' })] },
      false
    ]
  ])('%s', (_case, changed: Partial<PixelSettings>, isFired) => {
    const { page } = emptyPage()
    connect(page, { pixelCode: 'C1', ...changed })
    expect(queued(page)).toStrictEqual(isFired ? [['page']] : [])
  })

  test('not when the page has loaded the pixel itself', () => {
    const { page } = emptyPage()
    loadByPage(page, 'C1')
    connect(page, { pixelCode: 'C1' })
    expect(queued(page)).toStrictEqual([])
  })

  test('for this pixel only', () => {
    const { page } = emptyPage()
    loadByPage(page, 'C9')
    connect(page, { pixelCode: 'C1' })
    expect([queued(page, 'C9'), queued(page, 'C1'), Array.from(page.ttq as never[])]).toStrictEqual([
      [],
      [['page']],
      []
    ])
  })
})
