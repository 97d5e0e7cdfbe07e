import { Analytics } from '@segment/analytics-node'
import { source, useRelay } from '../support/use-relay'
import { MATCH_KEYS, sha256, TRAITS } from './expected-user'

const running = useRelay({ sources: [source('shop')] })

/** Starts Segment's client for Node.js. Only its host is changed. */
function startClient(writeKey = 'shop-key') {
  const analytics = new Analytics({ writeKey, host: running.relay.origin })
  const retryCounts: unknown[] = []
  const errors: unknown[] = []
  analytics.on('http_request', ({ headers }) => retryCounts.push(headers['X-Retry-Count']))
  analytics.on('error', ({ reason }) => errors.push((reason as Error).message))
  return { analytics, retryCounts, errors }
}

const bodies = () => running.sandbox.requests.map(({ body }) => body)

it('a purchase and a page view reach TikTok complete, and a call of another type does not', async () => {
  const { analytics, errors } = startClient()
  const timestamp = new Date(Date.now() - 3_600_000)
  const page = { url: 'https://shop.example/thanks', referrer: 'https://shop.example/cart' }
  const context = { ip: '203.0.113.7', userAgent: 'Firefox', locale: 'de-DE', page, traits: TRAITS }
  const common = { userId: 'user-1', timestamp, context }
  const product = { product_id: 'p-1', name: 'Tent', category: 'Camping', brand: 'Fellwind', price: 249.5, quantity: 2 }
  const properties = { order_id: 'o-1', revenue: 499, currency: 'eur', products: [product] }
  analytics.track({ ...common, messageId: 'm-1', event: 'Order Completed', properties })
  analytics.page({ ...common, messageId: 'm-2', name: 'Thanks' })
  analytics.identify({ ...common, messageId: 'm-3', traits: TRAITS })
  await analytics.closeAndFlush()

  const expected = {
    // Compared below, because the relay adds the time between sending and arrival.
    event_time: expect.any(Number) as number,
    limited_data_use: false,
    user: {
      ...MATCH_KEYS,
      external_id: [sha256('user-1')],
      ip: '203.0.113.7',
      user_agent: 'Firefox',
      locale: 'de-DE'
    },
    page
  }
  const contents = [
    {
      content_id: 'p-1',
      content_name: 'Tent',
      content_category: 'Camping',
      brand: 'Fellwind',
      price: 249.5,
      quantity: 2
    }
  ]
  const value = { content_type: 'product', contents, currency: 'EUR', value: 499, order_id: 'o-1' }
  expect(errors).toStrictEqual([])
  expect(bodies()).toStrictEqual([
    {
      event_source: 'web',
      event_source_id: 'SANDBOX_PIXEL',
      partner_name: 'Segment',
      data: [
        { ...expected, event: 'CompletePayment', event_id: 'm-1', properties: value },
        { ...expected, event: 'Pageview', event_id: 'm-2' }
      ]
    }
  ])
  const sentTime = Math.floor(timestamp.getTime() / 1000)
  for (const seconds of running.sandbox.accepted.map(({ data }) => data.event_time - sentTime)) {
    expect(seconds).toBeGreaterThanOrEqual(0)
    expect(seconds).toBeLessThan(60)
  }
})

it('no address is added to an event without one, because the connection comes from a server', async () => {
  const { analytics } = startClient()
  analytics.track({ userId: 'user-1', messageId: 'm-1', event: 'Order Completed' })
  await analytics.closeAndFlush()
  expect(running.sandbox.accepted.map(({ data }) => data.user)).toStrictEqual([{ external_id: [sha256('user-1')] }])
})

it('a request is sent again after a 503 from the relay, and its event counts once', async () => {
  const { analytics, retryCounts, errors } = startClient()
  running.sandbox.fail({ status: 502, accept: true })
  analytics.track({ userId: 'user-1', messageId: 'm-1', event: 'Order Completed' })
  await analytics.closeAndFlush({ timeout: 60_000 })
  expect(retryCounts.map(String)).toStrictEqual([
    'undefined',
    ...retryCounts.slice(1).map((_, index) => `${index + 1}`)
  ])
  expect(retryCounts.length).toBeGreaterThan(1)
  expect(errors).toStrictEqual([])
  expect(running.sandbox.accepted.map(({ data }) => data.event_id)).toStrictEqual(['m-1', 'm-1'])
  expect(running.sandbox.counted.map(({ event_id }) => event_id)).toStrictEqual(['m-1'])
})

it('a wrong write key is an error in the client, which does not retry the request', async () => {
  const { analytics, retryCounts, errors } = startClient('wrong')
  analytics.track({ userId: 'user-1', event: 'Order Completed' })
  await analytics.closeAndFlush()
  expect(retryCounts).toStrictEqual([undefined])
  expect(errors).toStrictEqual(['[401] Unauthorized'])
  expect(bodies()).toStrictEqual([])
})
