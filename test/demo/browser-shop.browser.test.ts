import { serveShop, type Shop } from '../../demo/browser/serve'
import { describeInChromium } from '../browser/describe-in-chromium'
import { eventually } from '../browser/eventually'

describeInChromium('the demo of the Pixel', (browser) => {
  let site: Shop

  beforeAll(async () => {
    site = await serveShop()
  })
  afterAll(() => site.close())

  test('the panel shows each call from view to order, and no request leaves the machine', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    const errors: string[] = []
    const elsewhere: Promise<{ url: string; byServiceWorker: boolean | undefined }>[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('request', (request) => {
      const answer = async () => {
        const response = await request.response()
        return { url: request.url(), byServiceWorker: response?.fromServiceWorker() }
      }
      const isOurs = [site, site.sandbox].some(({ origin }) => request.url().startsWith(origin))
      if (!isOurs) elsewhere.push(answer())
    })
    await page.goto(site.origin)
    const press = (name: string) => page.getByRole('button', { name }).first().click()
    await page.waitForSelector('#calls .track')
    for (const name of ['View', 'Add to cart', 'Check out', 'Order for']) await press(name)
    await page.waitForFunction(() => document.querySelectorAll('#calls li').length >= 15)

    const calls = await page.locator('#calls li > p').allInnerTexts()
    expect(calls.map((text) => text.replace(/\s+/g, ' ').trim()).reverse()).toStrictEqual([
      'holdConsent',
      'grantConsent',
      'load',
      'identify',
      'track Pageview',
      'track Pageview',
      'track ViewContent',
      'track AddToCart',
      'track Pageview',
      'track Pageview',
      'track InitiateCheckout',
      'identify',
      'track CompletePayment',
      'identify',
      'track Pageview'
    ])
    expect(await page.locator('#calls li').nth(3).innerText()).toContain('email: "mia.keller@example.de"')
    expect(await page.locator('#state').innerText()).toBe('15 calls, newest first')
    expect(errors).toStrictEqual([])
    expect(await Promise.all(elsewhere)).toStrictEqual([
      { url: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=DEMO_PIXEL&lib=ttq', byServiceWorker: true }
    ])
    await context.close()
  })

  const order = async (query: string) => {
    site.sandbox.reset()
    const context = await browser().newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${site.origin}/${query}`)
    const press = (name: string) => page.getByRole('button', { name }).click()
    for (const name of ['View Corrie 45 pack', 'Add to cart', 'Check out', 'Order for']) await press(name)
    await page.getByText('Thank you!').waitFor()
    return { page, context }
  }
  const copiesOf = (name: string) =>
    site.sandbox.counted.filter(({ event }) => event === name).map(({ copies }) => copies.map(({ via }) => via).sort())

  test('with consent the browser and the server report the order, and it is counted once', async () => {
    const { context } = await order('?consent=granted')
    await eventually(() => {
      expect(copiesOf('CompletePayment')).toStrictEqual([['pixel', 'server']])
    })
    await context.close()
  })

  test('with a blocked pixel only the server reports', async () => {
    const { context } = await order('?consent=granted&pixel=blocked')
    await eventually(() => {
      expect(copiesOf('CompletePayment')).toStrictEqual([['server']])
    })
    expect(site.sandbox.pixelEvents).toStrictEqual([])
    await context.close()
  })

  test.each(['denied', 'undecided'])('with consent %s nothing is reported', async (consent) => {
    const { page, context } = await order(`?consent=${consent}`)
    await page.waitForFunction(() => document.querySelectorAll('#calls li').length > 0)
    await eventually(() => {
      expect(site.segmentCalls.some(({ body }) => body['event'] === 'Order Completed')).toBe(true)
    })
    expect([site.sandbox.requests, site.sandbox.pixelEvents]).toStrictEqual([[], []])
    await context.close()
  })

  test('after a click on an ad the server events have its click ID', async () => {
    const { context } = await order('?consent=granted&ttclid=E.C.P.demo')
    await eventually(() => {
      const sent = site.sandbox.accepted.find(({ data }) => data.event === 'CompletePayment')
      expect(sent?.data.user?.ttclid).toBe('E.C.P.demo')
    })
    await context.close()
  })

  test('the focus follows each step, the back button works, and nothing scrolls sideways at 390 px', async () => {
    const { page, context } = await order('')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    expect(await focused()).toBe('Thank you!')
    await page.goBack()
    await page.goBack()
    await page.getByText('Your cart').waitFor()
    expect(await focused()).toBe('Your cart')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.getByRole('link', { name: 'Consent denied' }).click()
    await page.getByRole('link', { name: 'Consent denied' }).and(page.locator('[aria-current=page]')).waitFor()
    await context.close()
  })
})

test('a port in use is an error', async () => {
  const first = await serveShop()
  const port = Number(new URL(first.origin).port)
  await expect(serveShop(port)).rejects.toThrow('EADDRINUSE')
  await first.close()
})
