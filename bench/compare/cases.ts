import type { JSONObject, SegmentEvent } from '@segment/actions-core'
import omit from 'lodash/omit'

/** One event that both sides send, with the official preset for it. */
export interface Case {
  readonly title: string
  readonly preset: string
  readonly event: SegmentEvent
  /** The customer's changes to the preset's mapping. */
  readonly mapping?: JSONObject
}

const sha256 = 'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514'

/** An order of a known customer. */
const order: SegmentEvent = {
  type: 'track',
  event: 'Order Completed',
  timestamp: '2026-11-19T12:00:00Z',
  userId: 'customer-1',
  context: {
    ip: '203.0.113.24',
    locale: 'en-US',
    userAgent: 'Mozilla/5.0',
    page: { url: 'https://www.example.com/thanks', referrer: 'https://www.example.com/cart' },
    traits: { email: 'user@example.com', phone: '+14155552671' }
  },
  properties: {
    order_id: '1001',
    currency: 'USD',
    value: 59.97,
    products: [{ product_id: 'p1', name: 'Tent', category: 'Outdoor', brand: 'Fellwind', price: 19.99, quantity: 3 }]
  }
}

function orderWith(properties: object, traits: object = {}): SegmentEvent {
  const context = order.context as { traits: object }
  return {
    ...order,
    context: { ...context, traits: { ...context.traits, ...traits } },
    properties: { ...order.properties, ...properties }
  }
}

const purchase = (title: string, properties: object, traits: object = {}): Case => ({
  title,
  preset: 'Complete Payment',
  event: orderWith(properties, traits)
})

const timestamps: Case[] = [
  ['ISO 8601', '2026-11-19T12:00:00Z'],
  ['ISO 8601 with milliseconds', '2026-11-19T12:00:00.123Z'],
  ['ISO 8601 with an offset', '2026-11-19T14:00:00+02:00'],
  ['ISO 8601 without a zone', '2026-11-19T12:00:00'],
  ['a date alone', '2026-11-19'],
  ['a space for the T', '2026-11-19 12:00:00'],
  ['a warehouse export with an offset', '2026-11-19 12:00:00.345 -0700'],
  ['a warehouse export in UTC', '2026-11-19 12:00:00 UTC'],
  ['RFC 2822', 'Thu, 19 Nov 2026 12:00:00 +0000'],
  ['Date.prototype.toUTCString()', 'Thu, 19 Nov 2026 12:00:00 GMT'],
  ['an English date', 'Nov 19, 2026 12:00:00'],
  ['seconds since 1970', '1795089600'],
  ['milliseconds since 1970', '1795089600000'],
  ['a day and a month in an unknown order', '01/08/2026'],
  ['a word and a number', 'Tomato 5']
].map(([form = '', timestamp = '']) => ({
  title: `Timestamp: ${form}`,
  preset: 'Complete Payment',
  event: { ...order, timestamp }
}))

const phones: Case[] = [
  ['US, E.164', '+14155552671', 'US'],
  ['US, formatted, country in the address', '(415) 555-2671', 'US'],
  ['Germany, national', '0151 12345678', 'DE'],
  ['United Kingdom, national', '020 7946 0958', 'GB'],
  ['United Kingdom, with (0)', '+44 (0)20 7946 0958', 'GB'],
  ['France, national', '06 12 34 56 78', 'FR'],
  ['Brazil, national', '(11) 96123-4567', 'BR'],
  ['India, without the plus', '919876543210', 'IN'],
  ['Japan, national', '090-1234-5678', 'JP'],
  ['China, without the plus', '8613123456789', 'CN'],
  ['Australia, with 00', '0061 412 345 678', 'AU'],
  ['Mexico, E.164', '+5215512345678', 'MX'],
  ['no calling code and no country', '(555) 555-5555', undefined],
  ['after tel:', 'tel:+14155552671', undefined],
  ['an extension', '+1 415 555 2671 ext. 5', undefined]
].map(([form, phone, country]) =>
  purchase(`Phone: ${form ?? ''}`, {}, { phone, ...(country !== undefined && { address: { country } }) })
)

const people: Case[] = [
  purchase('Email: capitals and spaces', {}, { email: ' ALICE_abc@gmail.com ' }),
  purchase('Email: no address', {}, { email: 'not-an-email' }),
  purchase('Email: already hashed', {}, { email: sha256 }),
  purchase('Email: hashed, in capitals', {}, { email: sha256.toUpperCase() }),
  purchase('Email: blank property before a trait', { email: '' }),
  purchase('Phone: already hashed', {}, { phone: sha256 }),
  { ...purchase('External ID: capitals', {}), event: { ...order, userId: 'User123' } },
  {
    ...purchase('External ID: anonymous', {}),
    event: { ...order, userId: null, anonymousId: 'Anon-1' }
  },
  purchase('Name: apostrophe and capitals', {}, { first_name: "O'Brien", last_name: 'Smith-Jones' }),
  purchase('Name: traits in camelCase', {}, { firstName: 'Jane', lastName: 'Doe' }),
  purchase('Zip code: ZIP+4', {}, { address: { postal_code: '10001-1234', country: 'US' } }),
  purchase('Zip code: Canada', {}, { address: { postal_code: 'M5V 3L9', country: 'CA' } }),
  purchase('City: diacritics', {}, { address: { city: 'São Paulo', state: 'Île-de-France' } }),
  purchase('City: Devanagari', {}, { address: { city: 'मुंबई' } }),
  purchase('Country: English name', {}, { address: { country: 'United States' } }),
  purchase('Country: alpha-3', {}, { address: { country: 'USA' } }),
  {
    ...purchase('IP: not an address', {}),
    event: { ...order, context: { ...(order.context as object), ip: 'unknown' } }
  }
]

const commerce: Case[] = [
  purchase('Value: zero', { value: 0 }),
  purchase('Value: missing, items with prices', { value: undefined }),
  purchase('Value: revenue', { value: undefined, revenue: 12.5 }),
  purchase('Value: text', { value: '59.97' }),
  purchase('Value: with a currency sign', { value: '$59.97' }),
  purchase('Currency: lower case', { currency: 'usd' }),
  purchase('Currency: missing', { currency: undefined }),
  purchase('Contents: none', { products: [] }),
  purchase('Contents: a null price', { products: [{ product_id: 'p1', price: null, quantity: 1 }] }),
  purchase('Contents: a list of one category', { products: [{ product_id: 'p1', price: 5, category: ['Shoes'] }] }),
  purchase('Contents: an item without anything', { products: [{}, { product_id: 'p1', price: 5 }] }),
  purchase('Contents: a number as ID', { products: [{ product_id: 17, price: 5, quantity: 1 }] }),
  purchase('Content IDs', { content_ids: ['p1', 'p2'] }),
  purchase('Blanks: every text', { order_id: '', shop_id: '', currency: ' ' }),
  purchase('Nulls: every property', { order_id: null, value: null, currency: null, products: null }),
  purchase('Delivery category: unknown choice', { delivery_category: 'drone' }),
  purchase('Limited data use', { limited_data_use: true }),
  {
    title: 'Test event code',
    preset: 'Complete Payment',
    event: order,
    mapping: { test_event_code: 'TEST123' }
  }
]

const pageView: SegmentEvent = { ...omit(order, 'event'), type: 'page', name: 'Home' }

const clickIds = { ttclid: 'E.C.P.abc', ttp: 'ttp-1' }
// actions-core's type allows only booleans in `integrations`, but Segment also allows objects.
const withClickIds = { ...order, integrations: { 'TikTok Conversions': clickIds } } as unknown as SegmentEvent

const pages: Case[] = [
  { title: 'Page view', preset: 'Page View', event: pageView },
  {
    title: 'Search with query',
    preset: 'Search',
    event: { ...order, event: 'Products Searched', properties: { query: 'tent' } }
  },
  {
    title: 'Product viewed',
    preset: 'View Content',
    event: { ...order, event: 'Product Viewed', properties: { product_id: 'p1', price: 19.99, currency: 'USD' } }
  },
  { title: 'Contact', preset: 'Contact', event: { ...order, event: 'Callback Started', properties: {} } },
  { title: 'Form', preset: 'Submit Form', event: { ...order, event: 'Form Submitted', properties: {} } },
  {
    title: 'URL with a click ID',
    preset: 'Complete Payment',
    event: { ...order, context: { page: { url: 'https://www.example.com/?ttclid=E.C.P.abc' } } }
  },
  {
    title: 'URL with an email address',
    preset: 'Complete Payment',
    event: { ...order, context: { page: { url: 'https://www.example.com/?email=user%40example.com&utm_source=x' } } }
  },
  {
    title: 'Click ID from the integrations object',
    preset: 'Complete Payment',
    event: withClickIds
  }
]

const webOnly: Case[] = [
  {
    title: 'Travel',
    preset: 'Search',
    event: {
      ...order,
      event: 'Products Searched',
      properties: { query: 'Lisbon', city: 'Lisbon', num_adults: 2, departing_departure_date: '20261201' }
    },
    mapping: { event_spec_type: 'travel_fields' }
  },
  {
    title: 'Vehicle',
    preset: 'View Content',
    event: {
      ...order,
      event: 'Product Viewed',
      properties: { product_id: 'v1', postal_code: '10115', make: 'Volta', model: 'One', year: 2024 }
    },
    mapping: { event_spec_type: 'vehicle_fields' }
  },
  {
    title: 'CRM with a lead ID',
    preset: 'Submit Form',
    event: {
      ...order,
      event: 'Form Submitted',
      properties: { lead_id: '7001', lead_event_source: 'Salesforce' }
    },
    mapping: { event_source: 'crm' }
  },
  {
    title: 'CRM without a lead ID',
    preset: 'Submit Form',
    event: { ...order, event: 'Form Submitted', properties: {} },
    mapping: { event_source: 'crm' }
  },
  {
    title: 'CRM without match keys',
    preset: 'Submit Form',
    event: { ...order, event: 'Form Submitted', context: {}, properties: {} },
    mapping: { event_source: 'crm' }
  }
]

const offlineOnly: Case[] = [
  purchase('Offline: an email address alone', {}, { phone: '' }),
  { ...purchase('Offline: no email address and no phone number', {}), event: { ...order, context: {} } }
]

const both = [...timestamps, ...phones, ...people, ...commerce, ...pages]

/** The cases of each server destination. Each event has its own message ID. */
export const CASES = {
  conversions: withIds([...both, ...webOnly]),
  offline: withIds([...both, ...offlineOnly])
} as const

function withIds(cases: readonly Case[]): Case[] {
  return cases.map((one, index) => ({ ...one, event: { ...one.event, messageId: `message-${index + 1}` } }))
}
