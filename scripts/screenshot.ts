// Takes the screenshot of the sandbox's page, docs/sandbox.png. Run it with: npm run screenshot
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { launchChromium } from '../local-site/chromium'
import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, startSandbox } from '../src/sandbox'

const START = Date.now()
const MINUTE = 60_000

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Creates an event of a visit to a small shop, as the server sends it. */
function event(name: string, index: number, change: object = {}): object {
  return {
    event: name,
    event_time: Math.floor(START / 1000),
    event_id: `ajs-next-${hash(String(index)).slice(0, 12)}`,
    user: {
      external_id: [hash(`visitor-${index % 7}`)],
      ip: '203.0.113.7',
      user_agent: 'Mozilla/5.0',
      ...(index % 3 > 0 && { email: [hash(`visitor-${index % 7}@example.com`)] }),
      ...(index % 4 === 0 && { phone: [hash(`+1415555${index}`)], country: 'us' }),
      ...(index % 5 === 0 && { ttclid: 'E.C.P.example', ttp: '01example' })
    },
    properties: { value: 19.99 * (1 + (index % 6)), currency: 'USD' },
    ...change
  }
}

async function main(): Promise<void> {
  let now = START - 9 * MINUTE
  const sandbox = await startSandbox({ now: () => now })
  const post = (path: string, body: object) =>
    fetch(sandbox.origin + path, {
      method: 'POST',
      headers: { 'Access-Token': 'sandbox-token' },
      body: JSON.stringify(body)
    })
  const send = (data: object[]) =>
    post(EVENT_TRACK_PATH, { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', partner_name: 'Segment', data })

  const names = ['Pageview', 'ViewContent', 'ViewContent', 'AddToCart', 'Search', 'Pageview', 'InitiateCheckout']
  for (let index = 0; index < 160; index += 1) {
    now += 3_200 + 1_500 * Math.sin(index / 9)
    const name = names[index % names.length] ?? 'Pageview'
    await send([event(name, index)])
    if (index % 9 !== 0) continue
    const { event_id } = event(name, index) as { event_id: string }
    await post(PIXEL_EVENT_PATH, {
      pixel_code: 'SANDBOX_PIXEL',
      event: name,
      event_id,
      user: { external_id: 'visitor' }
    })
  }
  await send([event('AddPaymentInfo', 900, { user: { email: 'alice@example.com' } })])
  now += 4_000
  await send([event('CompletePayment', 901)])
  const { event_id } = event('CompletePayment', 901) as { event_id: string }
  await post(PIXEL_EVENT_PATH, { pixel_code: 'SANDBOX_PIXEL', event: 'CompletePayment', event_id })

  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(sandbox.origin)
  await page.locator('.rows .row', { hasText: 'CompletePayment' }).nth(1).click()
  await page.locator('.detail').waitFor()
  await page.screenshot({ path: join(__dirname, '../docs/sandbox.png') })
  await browser.close()
  await sandbox.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
