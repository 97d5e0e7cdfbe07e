import { describeInChromium } from './describe-in-chromium'
import { eventually } from './eventually'
import { captureClickIds, identifyCalls, pixelDestination, presets } from '../../local-site/pixel-destination'
import { endVisit, scriptOf, visitPixelPage, type PixelVisit } from './pixel-visit'

/** The name of the cookie and the storage key in which Capture Click IDs keeps the click. */
const CLICK_KEY = 'tiktok_click'

/** Acts as Segment's consent wrapper: a middleware of the page stamps every event with the visitor's choice. */
const wrapper = (category: string) => `
  analytics.addSourceMiddleware(({ payload, next }) => {
    const choice = window.__choice
    payload.obj.context.consent = { categoryPreferences: choice === undefined ? {} : { '${category}': choice } }
    next(payload)
  })
  analytics.page()`

declare global {
  interface Window {
    __choice?: boolean
  }
}

describeInChromium('consent', (browser) => {
  let visit: PixelVisit

  const begin = async (settings: Record<string, string | boolean>, category = 'Advertising') => {
    visit = await visitPixelPage(browser(), {
      path: '/?ttclid=E.C.P.abc',
      calls: wrapper(category),
      destination: pixelDestination(settings, [...presets, identifyCalls, captureClickIds])
    })
  }
  /** Sets the visitor's choice. The wrapper reports it with an event that no mapping matches. */
  const choose = async (choice: boolean) => {
    await visit.page.evaluate((value) => (window.__choice = value), choice)
    await visit.track('Segment Consent Preference Updated')
  }
  const sent = async (atLeast = 0) => {
    await visit.page.waitForFunction((count) => (window.__tiktokSent?.length ?? 0) >= count, atLeast)
    return (await visit.tiktokSent()).map(({ event }) => event)
  }
  const received = async () => (await visit.tiktokCalls()).map(({ method, args }) => [method, args[0]].slice(0, 2))
  /** The names of the cookies and storage keys that the Pixel or TikTok's script has set. */
  const traces = async () => {
    const stored = await visit.page.evaluate(() => Object.keys(localStorage))
    return [...(await visit.cookies()), ...stored].filter((name) => !/^(?:ajs_|__tld__|persisted-queue)/.test(name))
  }

  afterEach(() => endVisit(visit))

  test('on: TikTok holds the events until a grant and then sends them in order', async () => {
    await begin({ consentMode: 'on' })
    await visit.track('Callback Started')
    await visit.track('Signed Up')
    expect([await sent(), await traces()]).toStrictEqual([[], []])
    // No event is held on its way to Segment.
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/p', '/v1/t', '/v1/t'])
    })

    await choose(true)
    expect(await sent(3)).toStrictEqual(['Pageview', 'Contact', 'CompleteRegistration'])
    await visit.track('Callback Started')
    expect(await sent(4)).toStrictEqual(['Pageview', 'Contact', 'CompleteRegistration', 'Contact'])
    expect(await traces()).toStrictEqual(['_ttp', CLICK_KEY, CLICK_KEY])
    const external_id = await visit.anonymousId()
    expect(await received()).toStrictEqual([
      ['holdConsent', undefined],
      ['load', { limited_data_use: false }],
      ['identify', { external_id }],
      ['track', 'Pageview'],
      ['track', 'Contact'],
      ['track', 'CompleteRegistration'],
      ['grantConsent', undefined],
      ['track', 'Contact']
    ])
  })

  test('on: a denial stops all events, and a later choice takes effect without a reload', async () => {
    await begin({ consentMode: 'on' })
    await visit.track('Callback Started')
    await choose(false)
    await visit.track('Signed Up')
    expect([await sent(), await traces()]).toStrictEqual([[], []])

    await choose(true)
    await visit.track('Product Added', { product_id: 'p-1' })
    expect(await sent(1)).toStrictEqual(['AddToCart'])
    // TikTok has dropped the person with the events, so the person is identified again.
    expect((await visit.tiktokSent()).map(({ user }) => user)).toStrictEqual([
      { external_id: await visit.anonymousId() }
    ])
    expect((await received()).filter(([method]) => method === 'identify')).toHaveLength(2)

    await choose(false)
    await visit.track('Product Added', { product_id: 'p-2' })
    expect([await sent(), await traces()]).toStrictEqual([['AddToCart'], ['_ttp']])
    await eventually(() => {
      expect(visit.segmentPaths()).toHaveLength(8)
    })
  })

  test('strict: no request goes to TikTok before a grant, and then all events follow in order', async () => {
    await begin({ consentMode: 'strict', consentCategory: 'C0004' }, 'C0004')
    await visit.track('Callback Started')
    await visit.track('Signed Up')
    expect([visit.tiktokScripts, await traces()]).toStrictEqual([[], []])
    expect(await visit.page.evaluate(() => 'ttq' in window)).toBe(false)
    await eventually(() => {
      expect(visit.segmentPaths()).toStrictEqual(['/v1/p', '/v1/t', '/v1/t'])
    })

    await choose(true)
    const external_id = await visit.anonymousId()
    expect(await sent(3)).toStrictEqual(['Pageview', 'Contact', 'CompleteRegistration'])
    expect(await received()).toStrictEqual([
      ['load', { limited_data_use: false }],
      ['identify', { external_id }],
      ['track', 'Pageview'],
      ['track', 'Contact'],
      ['track', 'CompleteRegistration']
    ])
    await eventually(() => {
      expect(visit.tiktokScripts).toStrictEqual([scriptOf('C1')])
    })
  })

  test('strict: a denial drops the held events; a later grant and a later denial take effect', async () => {
    await begin({ consentMode: 'strict' })
    await visit.track('Callback Started')
    await choose(false)
    await visit.track('Signed Up')
    expect([visit.tiktokScripts, await traces()]).toStrictEqual([[], []])

    await choose(true)
    await visit.track('Product Added', { product_id: 'p-1' })
    expect(await sent(1)).toStrictEqual(['AddToCart'])
    await choose(false)
    await visit.track('Product Added', { product_id: 'p-2' })
    expect(await sent()).toStrictEqual(['AddToCart'])
    await eventually(() => {
      expect(visit.segmentPaths()).toHaveLength(8)
    })
  })

  test('on, with a pixel that the page loads itself: it gets no call before a grant', async () => {
    await begin({ consentMode: 'on', useExistingPixel: true })
    await visit.track('Callback Started')
    expect(await visit.page.evaluate(() => 'ttq' in window)).toBe(false)
    expect([visit.tiktokScripts, await traces()]).toStrictEqual([[], []])
  })

  test.each(['on', 'strict'])(
    '%s: an event that carries a denial is never sent, even with a grant in the same tick',
    async (consentMode) => {
      visit = await visitPixelPage(browser(), {
        destination: pixelDestination({ consentMode, autoPageView: false }, [...presets, identifyCalls])
      })
      await visit.page.evaluate(async () => {
        const traits = { email: 'denied@example.com' }
        const stamp = (choice: boolean) => ({ consent: { categoryPreferences: { Advertising: choice } } })
        await Promise.all([
          window.analytics.track('Callback Started', {}, { context: { ...stamp(false), traits } }),
          window.analytics.track('Signed Up', {}, { context: stamp(true) })
        ])
      })
      expect(await sent(1)).toStrictEqual(['CompleteRegistration'])
      expect(JSON.stringify(await visit.tiktokCalls())).not.toContain('denied@example.com')
    }
  )

  test('strict: of 150 events before a grant, the first 100 reach TikTok, each with its person', async () => {
    await begin({ consentMode: 'strict', autoPageView: false })
    await visit.page.evaluate(async () => {
      for (let count = 1; count < 150; count++) {
        await window.analytics.track('Callback Started', {}, { traits: { email: `user-${count}@example.com` } })
      }
    })
    await choose(true)
    const events = (await sent(100), await visit.tiktokSent())
    const emails = events.map(({ user }) => (user as { email?: string }).email)
    // The page call of the page itself is the first event.
    expect(emails).toStrictEqual([
      undefined,
      ...Array.from({ length: 99 }, (_, index) => `user-${index + 1}@example.com`)
    ])
  })

  test.each([{}, { consentMode: 'off' }])('off, %j: the choice changes nothing', async (settings) => {
    await begin(settings)
    await choose(false)
    await visit.track('Callback Started')
    expect(await sent(2)).toStrictEqual(['Pageview', 'Contact'])
    expect(await received()).toStrictEqual([
      ['load', { limited_data_use: false }],
      ['identify', { external_id: await visit.anonymousId() }],
      ['track', 'Pageview'],
      ['track', 'Contact']
    ])
    expect(await traces()).toStrictEqual(['_ttp', CLICK_KEY, CLICK_KEY])
  })

  test('a choice for another category has no effect', async () => {
    await begin({ consentMode: 'strict' }, 'Analytics')
    await choose(true)
    await visit.track('Callback Started')
    expect([visit.tiktokScripts, await traces()]).toStrictEqual([[], []])
  })
})
