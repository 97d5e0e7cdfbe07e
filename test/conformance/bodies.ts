import { Destination, type DestinationDefinition, type JSONObject, type SegmentEvent } from '@segment/actions-core'
import { redirectTo } from '../../src/sandbox'
import { emptyPaths } from '../support/empty'
import { useSandbox } from '../support/use-sandbox'
import { type Definition, eventFor, type Trigger, triggersOf } from './definition'

const SETTINGS: JSONObject = {
  accessToken: 'sandbox-token',
  pixelCode: 'SANDBOX_PIXEL',
  eventSetID: 'SANDBOX_OFFLINE'
}

/** An event with a value for most fields. */
const FULL = {
  userId: 'user-1',
  anonymousId: 'anonymous-1',
  timestamp: '2026-11-19T12:00:00Z',
  context: {
    ip: '8.8.8.8',
    userAgent: 'Mozilla/5.0',
    locale: 'en-US',
    page: { url: 'https://shop.example/?ttclid=click-1', referrer: 'https://shop.example/' },
    traits: { firstName: 'Ann', lastName: 'Lee', address: { city: 'Bonn', country: 'DE', postalCode: '53111' } }
  },
  properties: {
    email: 'ann@example.com',
    phone: '+4915112345678',
    order_id: 'order-1',
    revenue: 9,
    currency: 'EUR',
    query: 'shoes',
    product_id: 'product-1',
    name: 'Shoe',
    price: 9,
    products: [{ product_id: 'product-1', name: 'Shoe', price: 9, quantity: 1 }]
  }
}

/** An event with an email address and otherwise blank values. */
const BLANK = {
  userId: '',
  anonymousId: null,
  timestamp: '',
  context: { ip: '', userAgent: ' ', locale: null, page: { url: '', referrer: '' }, traits: { address: {} } },
  properties: {
    email: ['ann@example.com', '', ' ', null],
    phone: [],
    first_name: ' ',
    address: { city: '', country: ' ', postal_code: null, state: '—' },
    order_id: '',
    revenue: null,
    currency: ' ',
    query: '',
    product_id: null,
    name: '',
    price: null,
    content_ids: ['', null],
    products: [null, {}, { product_id: '', name: ' ', price: null, quantity: null }]
  }
}

/** An event with an email address only. */
const BARE = { properties: { email: 'ann@example.com' } }

function withTrigger(trigger: Trigger, { properties, ...others }: typeof FULL | typeof BLANK | typeof BARE) {
  const least = eventFor(trigger)
  return { ...least, ...others, properties: { ...properties, ...least.properties } } as SegmentEvent
}

/** The sandbox accepts the events of all presets, each has the name of its preset, and nothing in them is empty. */
export function bodies(definition: Definition): void {
  const running = useSandbox()

  describe.each([
    { title: 'a full event', event: FULL },
    { title: 'an event with blank values', event: BLANK },
    { title: 'a minimal event', event: BARE }
  ])('$title', ({ event }) => {
    test.each(triggersOf(definition))('by preset $name', async (trigger) => {
      const target = redirectTo(definition as unknown as DestinationDefinition, running.sandbox.origin)
      await new Destination(target).onEvent(withTrigger(trigger, event), { ...SETTINGS, subscription: { ...trigger } })
      expect(running.sandbox.accepted.map(({ data }) => data.event)).toStrictEqual([trigger.mapping['event']])
      expect(running.sandbox.requests.flatMap(({ body }) => emptyPaths(body))).toStrictEqual([])
    })
  })
}
