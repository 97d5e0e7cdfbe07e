/** @jest-environment jsdom */
import { connect, initialize } from '../../../src/destinations/tiktok-pixel/initialize'
import type { PixelSettings } from '../../../src/destinations/tiktok-pixel/pixel-settings'
import { ensureTtq } from '../../../src/destinations/tiktok-pixel/ttq'
import type { Pixel, QueuedCall, Ttq } from '../../../src/destinations/tiktok-pixel/ttq-types'
import { connected, emptyPage, fakeAnalytics, queued, settings, type TestPage } from './pixel-page'

const BLOCKED = "TikTok Pixel: off: TikTok's script was blocked"
const BLANK_CODE = 'TikTok Pixel: off: the setting Pixel Code is blank'
const MISSING = 'TikTok Pixel: the page has not loaded this pixel yet; events are lost until it does'

function loadByPage(page: TestPage, id: string) {
  ensureTtq(page).load(id)
}

/** A new page that has loaded a pixel itself. */
function pageWithPixel(id: string) {
  const made = emptyPage()
  loadByPage(made.page, id)
  return made
}

/** A page under `require-trusted-types-for 'script'`, where setting the URL of a script throws. */
function trustedTypesPage() {
  jest.spyOn(HTMLScriptElement.prototype, 'src', 'set').mockImplementation(() => {
    throw new TypeError('This document requires TrustedScriptURL')
  })
  return emptyPage()
}

afterEach(() => jest.restoreAllMocks())

/** States of the page and the settings, with the warnings. */
const CASES: [string, () => ReturnType<typeof emptyPage>, Partial<PixelSettings>, string[]][] = [
  ['an empty page', emptyPage, {}, []],
  ['limited data use', emptyPage, { ldu: true }, []],
  ['consent mode on', emptyPage, { consentMode: 'on' }, []],
  ['consent mode strict', emptyPage, { consentMode: 'strict' }, []],
  ['a page with this pixel', () => pageWithPixel('C1'), {}, []],
  ['a page with another pixel', () => pageWithPixel('C9'), {}, []],
  ['useExistingPixel without a pixel', emptyPage, { useExistingPixel: true }, [MISSING]],
  ['useExistingPixel with another pixel', () => pageWithPixel('C9'), { useExistingPixel: true }, [MISSING]],
  ['a blank pixel code', emptyPage, { pixelCode: ' ' }, [BLANK_CODE]],
  [
    'a page that requires trusted types',
    trustedTypesPage,
    {},
    ['TikTok Pixel: off: TypeError: This document requires TrustedScriptURL']
  ]
]

describe.each(CASES)('%s', (_case, makePage, changed, expected) => {
  test('connects without an error and logs each problem once', () => {
    const { report, identify, warnings } = connected(changed, makePage())
    report({ external_id: 'U-1' })
    identify({ email: 'a@example.com' })
    report({})
    expect(warnings).toStrictEqual(expected)
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

describe('a missing pixel', () => {
  test('gets no calls, and gets the calls made after the page has loaded it', () => {
    const { page, report } = connected({ useExistingPixel: true })
    report({ event_id: 'm-1' })
    loadByPage(page, 'C1')
    report({ event_id: 'm-2' })
    expect(queued(page)).toStrictEqual([['track', 'Contact', {}, { event_id: 'm-2' }]])
  })

  test.each([emptyPage, () => pageWithPixel('C9')])('is told the person after the page has loaded it', (makePage) => {
    const { page, report } = connected({ useExistingPixel: true }, makePage())
    report({ event_id: 'm-1', external_id: 'U-1' })
    loadByPage(page, 'C1')
    for (const event_id of ['m-2', 'm-3']) report({ event_id, external_id: 'U-1' })
    expect(queued(page)).toStrictEqual([
      ['identify', { external_id: 'U-1' }],
      ['track', 'Contact', {}, { event_id: 'm-2' }],
      ['track', 'Contact', {}, { event_id: 'm-3' }]
    ])
  })

  test.each([undefined, 'C1', 'C9'])('useExistingPixel loads nothing and changes nothing: %s', (id) => {
    const { page, warnings } = emptyPage()
    if (id !== undefined) loadByPage(page, id)
    const before = { ...page }
    connected({ useExistingPixel: true, autoPageView: true }, { page, warnings })
    expect(page).toStrictEqual(before)
    expect([page.document.scripts.length, queued(page)]).toStrictEqual([id === undefined ? 0 : 1, []])
    expect(warnings).toStrictEqual(id === 'C1' ? [] : [MISSING])
  })

  test.each(['C9', 'C1'])('without a pixel code nothing is loaded, and %s gets no calls', (id) => {
    const { page, report } = connected({ pixelCode: '' })
    report({})
    expect(page.ttq).toBeUndefined()
    expect(queued(page, id)).toStrictEqual([])
  })

  test('on a page that requires trusted types, calls do not pile up', () => {
    const { report, calls } = connected({}, trustedTypesPage())
    report({})
    expect(calls()).toStrictEqual([])
  })

  test('a blocked script is logged once, and calls no longer pile up', () => {
    const { page, report, calls, warnings } = connected()
    report({ event_id: 'm-1' })
    page.document.scripts[0]?.dispatchEvent(new Event('error'))
    report({ event_id: 'm-2' })
    expect(calls()).toStrictEqual([['track', 'Contact', {}, { event_id: 'm-1' }]])
    expect(warnings).toStrictEqual([BLOCKED])
  })
})

describe('several pixels on a page', () => {
  test('a second pixel is loaded next to the first, and each gets its own calls', () => {
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

  test('a blocked script turns off every connection to its pixel', () => {
    const { page, warnings } = emptyPage()
    const all = [connected({}, { page, warnings }), connected({}, { page, warnings })]
    page.document.scripts[0]?.dispatchEvent(new Event('error'))
    for (const { report } of all) report({})
    expect(queued(page)).toStrictEqual([])
    expect(warnings).toStrictEqual([BLOCKED, BLOCKED])
  })

  test('a pixel that the page has loaded is not loaded again', () => {
    const { page, warnings } = pageWithPixel('C1')
    const { report } = connected({ pixelCode: ' C1 ' }, { page, warnings })
    report({ event_id: 'm-1' })
    expect(page.document.scripts).toHaveLength(1)
    expect(queued(page)).toStrictEqual([['track', 'Contact', {}, { event_id: 'm-1' }]])
  })
})

describe("an error in TikTok's script", () => {
  /** A page whose pixel throws on some events, and records the others. */
  function throwingPage(throwsOn: (method: string, args: unknown[]) => boolean) {
    const made = emptyPage()
    const calls: QueuedCall[] = []
    const method =
      (name: string) =>
      (...args: unknown[]) => {
        if (throwsOn(name, args)) throw new TypeError('bad value a@example.com')
        calls.push([name, ...args])
      }
    const pixel = { page: method('page'), track: method('track'), identify: method('identify') } as unknown as Pixel
    const ttq = { _i: {}, instance: () => pixel, load: () => undefined, grantConsent: () => undefined }
    made.page.ttq = ttq as unknown as Ttq
    return { ...made, calls }
  }
  const track = (event_id: string) => ['track', 'Contact', {}, { event_id }]
  const granted = { context: { consent: { categoryPreferences: { Advertising: true } } } }
  const failed = (method: string) => `TikTok Pixel: ${method} failed in TikTok's script (TypeError)`

  test.each([{}, { consentMode: 'strict' as const }])(
    'in one event loses no other event, and its message is not logged: %j',
    (changed) => {
      const made = throwingPage((_method, args) => JSON.stringify(args).includes('m-2'))
      const { report, client, warnings } = connected(changed, made)
      for (const event_id of ['m-1', 'm-2', 'm-3']) report({ event_id })
      client.observeConsent(granted)
      expect(made.calls).toStrictEqual([track('m-1'), track('m-3')])
      expect(warnings).toStrictEqual([failed('track')])
    }
  )

  test('in identify does not lose the event, and the person is identified with the next one', () => {
    let isFirst = true
    const made = throwingPage((method) => method === 'identify' && isFirst)
    const { report, warnings } = connected({}, made)
    report({ event_id: 'm-1', external_id: 'U-1' })
    isFirst = false
    report({ event_id: 'm-2', external_id: 'U-1' })
    expect(made.calls).toStrictEqual([track('m-1'), ['identify', { external_id: 'U-1' }], track('m-2')])
    expect(warnings).toStrictEqual([failed('identify')])
  })

  test('in the page view at load does not turn the pixel off', () => {
    const made = throwingPage((method) => method === 'page')
    const { report, warnings } = connected({ autoPageView: true }, made)
    report({ event_id: 'm-1' })
    expect(made.calls).toStrictEqual([track('m-1')])
    expect(warnings).toStrictEqual([failed('page')])
  })
})

describe('the page view at load', () => {
  test.each([
    ['is reported by default', {}, true],
    ['is reported when the setting is on', { autoPageView: true }, true],
    ['is not reported when the setting is off', { autoPageView: false }, false],
    [
      'is not reported when a mapping reports all page calls',
      {
        subscriptions: [
          {
            name: 'Page View',
            enabled: true,
            partnerAction: 'reportWebEvent',
            subscribe: 'type = "page"',
            mapping: { event: 'Pageview' }
          }
        ]
      },
      false
    ]
  ])('%s', (_case, changed: Partial<PixelSettings>, isReported) => {
    const { page } = emptyPage()
    connect(page, { pixelCode: 'C1', ...changed })
    expect(queued(page)).toStrictEqual(isReported ? [['page']] : [])
  })

  test('is not reported when the page has loaded the pixel itself', () => {
    const { page } = pageWithPixel('C1')
    connect(page, { pixelCode: 'C1' })
    expect(queued(page)).toStrictEqual([])
  })

  test('is reported to this pixel only', () => {
    const { page } = pageWithPixel('C9')
    connect(page, { pixelCode: 'C1' })
    expect([queued(page, 'C9'), queued(page, 'C1'), Array.from(page.ttq as never[])]).toStrictEqual([
      [],
      [['page']],
      []
    ])
  })
})
