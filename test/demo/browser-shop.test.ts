import { serveShop } from '../../demo/browser/serve'
import { describeInChromium } from '../browser/describe-in-chromium'
import type { Site } from '../../local-site/site'

describeInChromium('the demo of the Pixel', (browser) => {
  let site: Site

  beforeAll(async () => {
    site = await serveShop()
  })
  afterAll(() => site.close())

  test('view, cart, checkout, order: the panel shows each call, and no request leaves the machine', async () => {
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
      if (!request.url().startsWith(site.origin)) elsewhere.push(answer())
    })
    await page.goto(site.origin)
    const press = (name: string) => page.getByRole('button', { name }).first().click()
    await page.waitForSelector('#calls .track')
    for (const name of ['View', 'Add to cart', 'Check out', 'Order for']) await press(name)
    await page.waitForFunction(() => document.querySelectorAll('#calls li').length >= 13)

    const calls = await page.locator('#calls li > p').allInnerTexts()
    expect(calls.map((text) => text.replace(/\s+/g, ' ').trim()).reverse()).toStrictEqual([
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
    expect(await page.locator('#state').innerText()).toBe('13 calls to pixel DEMO_PIXEL, newest first')
    expect(errors).toStrictEqual([])
    expect(await Promise.all(elsewhere)).toStrictEqual([
      { url: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=DEMO_PIXEL&lib=ttq', byServiceWorker: true }
    ])
    await context.close()
  })
})

test('a port that is taken is an error, not another port', async () => {
  const first = await serveShop()
  const port = Number(new URL(first.origin).port)
  await expect(serveShop(port)).rejects.toThrow('EADDRINUSE')
  await first.close()
})
