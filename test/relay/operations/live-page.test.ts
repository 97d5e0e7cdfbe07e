import { request } from 'node:http'
import type { LiveMessage } from '../../../src/sandbox/live-message'
import { basic, post, purchase } from '../support/post'
import { runRelay, type RunningRelay } from '../support/use-relay'

let running: RunningRelay
afterEach(() => running.close())

/** Personal data in every place that the presets read. */
const PERSON = {
  userId: 'user-4711',
  anonymousId: 'anonymous-4711',
  context: {
    ip: '203.0.113.7',
    userAgent: 'Mozilla/5.0 (Alice)',
    page: { url: 'https://shop.example/thanks?email=alice%40shop.example', referrer: 'https://alice.example/' },
    traits: {
      email: 'alice@shop.example',
      phone: '+15555550123',
      first_name: 'Alice',
      last_name: 'Liddell',
      address: { city: 'Oxford', state: 'Oxfordshire', postal_code: 'OX1 1DP', country: 'GB' }
    }
  }
}

/** Listens to the stream of the page. */
async function watch(headers: Record<string, string> = {}) {
  const gone = new AbortController()
  const response = await fetch(`${running.relay.origin}/live`, { headers, signal: gone.signal })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    next: async (): Promise<LiveMessage> => {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end >= 0) {
          const message = text.slice('data: '.length, end)
          text = text.slice(end + 2)
          return JSON.parse(message) as LiveMessage
        }
        const { value, done } = await reader.read()
        if (done) throw new TypeError('The stream has ended.')
        text += decoder.decode(value, { stream: true })
      }
    },
    close: () => {
      gone.abort()
    }
  }
}

it('shows a request without personal data, and no requests from before the page was opened', async () => {
  running = await runRelay()
  const { origin } = running.relay
  await post(origin, '/v1/track', purchase('before'))
  const page = await watch()
  expect((await page.next()).entries).toStrictEqual([])

  await post(origin, '/v1/track', purchase('order-1', PERSON))
  const message = await page.next()
  const text = JSON.stringify(message)
  expect(text).not.toMatch(/4711|203\.0|Mozilla|shop\.example|alice|liddell|oxford|OX1|5550123|sandbox-token/i)
  expect(text).not.toMatch(/[0-9a-f]{16}/)
  const [entry, ...others] = message.entries
  expect(others).toStrictEqual([])
  expect(entry).toMatchObject({
    position: 0,
    via: 'server',
    root: { json: expect.stringContaining('"event_source_id":"SANDBOX_PIXEL"') as string },
    answer: { status: 200, code: 0, message: 'OK' },
    byFault: false,
    fates: ['counted']
  })
  expect(JSON.parse(entry?.events[0]?.json ?? '')).toStrictEqual({
    event: 'CompletePayment',
    event_time: Date.UTC(2026, 10, 20, 12) / 1000,
    event_id: 'order-1',
    user: {
      email: ['33da9a7f…'],
      phone: ['468a4b26…'],
      external_id: ['85e8cbcc…'],
      first_name: '2bd806c9…',
      last_name: 'e40437d2…',
      city: 'place, 6 characters',
      state: 'place, 11 characters',
      country: 'place, 2 characters',
      zip_code: 'c75622a2…',
      ip: 'identifier, 11 characters',
      user_agent: 'identifier, 19 characters'
    },
    properties: {
      contents: [{ price: 20, quantity: 1, content_id: 'p1' }],
      content_type: 'product',
      currency: 'EUR',
      value: 20
    },
    page: { url: 'URL, 41 characters', referrer: 'URL, 22 characters' },
    limited_data_use: false
  })
  page.close()
})

it('shows why TikTok refuses a request, without the token and the address in its message', async () => {
  running = await runRelay()
  const page = await watch()
  await page.next()
  running.sandbox.fail({ code: 40002, message: 'No alice@shop.example for sandbox-token' })
  await post(running.relay.origin, '/v1/track', purchase('order-1'))
  const { entries, totals } = await page.next()
  expect(entries[0]).toMatchObject({
    answer: { status: 200, code: 40002, message: 'No [email] for [token]' },
    fates: []
  })
  expect(totals).toMatchObject({ requests: 1, refused: 1 })
  page.close()
})

it('shows that TikTok did not answer', async () => {
  running = await runRelay()
  const page = await watch()
  await page.next()
  running.sandbox.fail({ reset: true })
  await post(running.relay.origin, '/v1/track', purchase('order-1'))
  expect((await page.next()).entries).toMatchObject([{ answer: { status: 0 }, fates: [] }])
  page.close()
})

it('a relay can stop while a page is open', async () => {
  running = await runRelay()
  const page = await watch()
  await page.next()
  await running.relay.stop()
  await expect(page.next()).rejects.toMatchObject({ message: 'terminated' })
})

it("serves the sandbox's page in the role of a relay", async () => {
  running = await runRelay()
  const response = await fetch(running.relay.origin)
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  const html = await response.text()
  expect(html).toContain('<title>TikTok relay</title>')
  expect(html).toContain('data-role="relay"')
  expect((await fetch(`${running.relay.origin}/page.js`)).status).toBe(200)
  expect(await (await fetch(`${running.relay.origin}/setup`)).json()).toStrictEqual({ tokens: {} })
})

/** Sends a request with headers that `fetch` does not allow, and returns its status. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${running.relay.origin}${path}`, { headers }, (response) => {
      response.destroy()
      resolve(response.statusCode)
    })
    sent.on('error', reject).end()
  })
}

describe.each(['/', '/live', '/setup'])('%s', (path) => {
  it('without a password, answers only this machine', async () => {
    running = await runRelay()
    expect(await statusOf(path, {})).toBe(200)
    expect(await statusOf(path, { Host: 'localhost:8080' })).toBe(200)
    expect(await statusOf(path, { 'X-Forwarded-For': '127.0.0.1' })).toBe(403)
    expect(await statusOf(path, { Host: 'rebound.example' })).toBe(403)
  })

  it('with a password, answers only requests that have it', async () => {
    running = await runRelay({ adminPassword: 'secret' })
    expect(await statusOf(path, {})).toBe(401)
    expect(await statusOf(path, { Authorization: basic('shop-key') })).toBe(401)
    expect(await statusOf(path, { Authorization: basic('admin', 'secret'), Host: 'relay.example' })).toBe(200)
  })

  it('does not answer pages of another origin', async () => {
    running = await runRelay()
    expect(await statusOf(path, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://other.example' })).toBe(403)
  })
})

it("does not serve the sandbox's routes for requests, faults and explanations", async () => {
  running = await runRelay()
  for (const path of ['/requests', '/faults', '/explain', '/destinations', '/accepted']) {
    expect([path, await statusOf(path, {})]).toStrictEqual([path, 404])
  }
})
