import type { JSONObject } from '@segment/actions-core'
import destination from '../../../src/destinations/tiktok-offline-conversions'
import type { Settings } from '../../../src/destinations/tiktok-offline-conversions/generated-types'
import { expectAllFields, requestOf } from '../../support/request-of'

const settings: Settings = {
  accessToken: 'test-token',
  eventSetID: 'TEST_EVENT_SET',
  defaultPhoneCountry: 'US',
  contentIdMode: 'sku'
}

/** A value for every field. */
const allFields: JSONObject = {
  event: 'CompletePayment',
  event_id: 'message-1',
  timestamp: '2026-11-19T12:00:00.000Z',
  phone_numbers: ['(415) 555-2671', '+49 151 12345678'],
  email_addresses: ['Ann@Example.com'],
  order_id: 'order-1',
  shop_id: 'shop-1',
  external_ids: ['user-1'],
  ttclid: 'click-1',
  ttp: 'cookie-1',
  lead_id: 'lead-1',
  locale: 'en-US',
  url: 'https://shop.example/done',
  referrer: 'https://shop.example/cart',
  ip: '8.8.8.8',
  user_agent: 'Mozilla/5.0',
  contents: [
    {
      price: 19.99,
      quantity: 3,
      content_category: 'Shoes',
      content_id: 'id-1',
      content_name: 'Shoe',
      brand: 'Acme',
      product_id: 'product-1',
      variant_id: 'variant-1',
      sku: 'sku-1'
    }
  ],
  content_type: 'product',
  currency: 'USD',
  value: 59.97,
  description: 'Shoes',
  query: 'shoes',
  limited_data_use: true,
  test_event_code: 'TEST1',
  enable_batching: true,
  batch_size: 1000
}

afterEach(() => {
  jest.restoreAllMocks()
})

describe.each(Object.keys(destination.actions))('%s', (actionSlug) => {
  test('the data have a value for every field', () => {
    expectAllFields(destination, actionSlug, allFields)
  })

  test('all fields', async () => {
    expect(await requestOf(destination, actionSlug, settings, allFields)).toMatchSnapshot()
  })

  test('required fields', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 20, 12))
    const required = { event: 'CompletePayment', email_addresses: ['ann@example.com'] }
    expect(await requestOf(destination, actionSlug, settings, required)).toMatchSnapshot()
  })
})

test('the three actions differ in title and description only', () => {
  const [first, ...others] = Object.values(destination.actions).map(
    ({ title: _title, description: _text, ...same }) => ({
      ...same,
      perform: String(same.perform),
      performBatch: String(same.performBatch)
    })
  )
  for (const other of others) expect(other).toStrictEqual(first)
})
