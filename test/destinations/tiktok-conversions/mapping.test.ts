import { type JSONObject, PayloadValidationError } from '@segment/actions-core'
import {
  defaultMapping,
  type EventChanges,
  purchase,
  run,
  runPresets,
  withoutCommonProperties
} from '../../support/conversions'
import { describeError, rejection } from '../../support/failure'
import { useSandbox } from '../../support/use-sandbox'

const running = useSandbox()
const NAME = 'CompletePayment'

async function sent(changes: EventChanges, mapping = defaultMapping(NAME)): Promise<object> {
  await run(running.sandbox, purchase({ userId: null, ...changes }), { mapping })
  return withoutCommonProperties(running.sandbox)
}

describe('value', () => {
  const contents = {
    '@arrayPath': ['$.properties.products', { price: { '@path': '$.price' }, quantity: { '@path': '$.quantity' } }]
  }
  const mapping = defaultMapping(NAME, { contents })
  test.each([
    { properties: { value: 0, revenue: 5 }, value: 0 },
    { properties: { revenue: 0 }, value: 0 },
    { properties: { value: '7.5' }, value: 7.5 },
    { properties: { value: null, revenue: 5 }, value: 5 }
  ])('is $value for $properties', async ({ properties, value }) => {
    expect(await sent({ properties })).toStrictEqual({ properties: { value } })
  })
  test('is the sum of the items if it is missing', async () => {
    const products = [{ price: 19.99, quantity: 3 }, { price: 0.1 }, { price: 5, quantity: 0 }]
    expect(await sent({ properties: { products } }, mapping)).toStrictEqual({
      properties: { contents: products, content_type: 'product', value: 60.07 }
    })
  })
  test('is left out if an item has no price, because null does not become 0', async () => {
    const products = [{ price: 19.99 }, { price: null, quantity: 2 }]
    expect(await sent({ properties: { products } }, mapping)).toStrictEqual({
      properties: { contents: [{ price: 19.99 }, { quantity: 2 }], content_type: 'product' }
    })
  })
  test.each([null, [], [null], [{}], {}, ''])('is left out if the products are %j', async (products) => {
    expect(await sent({ properties: { products } }, mapping)).toStrictEqual({})
  })
})

describe('items with values of other types, mapped by the presets', () => {
  const contentsOf = async (product: JSONObject, settings: JSONObject = {}) => {
    await runPresets(running.sandbox, purchase({ properties: { products: [product] } }), settings)
    const { contents } = running.sandbox.accepted[0]?.data.properties as { contents?: unknown }
    return contents
  }
  test('a one-element array is read as its element', async () => {
    const product = { product_id: ['p1'], category: ['Shoes'], name: ['Shoe'], brand: ['Acme'], price: 5 }
    expect(await contentsOf(product)).toStrictEqual([
      { price: 5, content_id: 'p1', content_category: 'Shoes', content_name: 'Shoe', brand: 'Acme' }
    ])
  })
  test('null is left out', async () => {
    const product = { product_id: 'p1', category: null, name: null, brand: null, price: null, quantity: null }
    expect(await contentsOf(product)).toStrictEqual([{ content_id: 'p1' }])
  })
  test.each([{}, { a: 1 }, [], ['a', 'b'], null, true])('a SKU and a variant ID may be %j', async (id) => {
    const product = { product_id: 'p1', sku: id, variant_id: id }
    expect(await contentsOf(product)).toStrictEqual([{ content_id: 'p1' }])
  })
  test.each([
    { sku: { a: 1 }, content_id: 'p1' },
    { sku: 17, content_id: '17' },
    { sku: 's 1', content_id: 's 1' }
  ])('with the Content ID Mode SKU, the SKU $sku gives the content ID $content_id', async ({ sku, content_id }) => {
    expect(await contentsOf({ product_id: 'p1', sku }, { contentIdMode: 'sku' })).toStrictEqual([{ content_id }])
  })
})

describe('travel and vehicle properties', () => {
  const properties = {
    city: 'Paris',
    num_adults: 2,
    num_children: 0,
    make: 'Toyota',
    year: 2024,
    drive_train: 'AWD',
    mileage_value: 10
  }
  test.each([
    { event_spec_type: 'travel_fields', wanted: { city: 'Paris', num_adults: 2, num_children: 0 } },
    { event_spec_type: 'vehicle_fields', wanted: { make: 'Toyota', year: 2024, drivetrain: 'AWD' } }
  ])('are sent if the mapping chooses $event_spec_type', async ({ event_spec_type, wanted }) => {
    expect(await sent({ properties }, defaultMapping(NAME, { event_spec_type }))).toStrictEqual({ properties: wanted })
  })
  test('are not sent without a choice', async () => {
    expect(await sent({ properties })).toStrictEqual({})
  })
})

describe('limited data use', () => {
  test.each([
    { given: true, sent: true },
    { given: false, sent: false },
    { given: '', sent: false },
    { given: null, sent: false }
  ])('is $sent if the property is $given', async ({ given, sent: wanted }) => {
    await run(running.sandbox, purchase({ properties: { limited_data_use: given } }))
    expect(running.sandbox.accepted.map(({ data }) => data.limited_data_use)).toStrictEqual([wanted])
  })
})

describe('events that are refused before a request', () => {
  const unreadable = (shown: string) =>
    `Event Timestamp (timestamp) is ${shown}. It is neither a date and time nor the seconds or milliseconds since 1970. Map a field that holds the time of the event, preferably in ISO 8601, e.g. 2026-08-01T10:11:12Z, or leave it empty to send the current time.`

  test.each([
    { title: 'a broken timestamp', event: { timestamp: 'Tomato 5' }, name: NAME, message: unreadable('"Tomato 5"') },
    {
      title: 'an email address as timestamp',
      event: { timestamp: 'ann@example.com' },
      name: NAME,
      message: unreadable('a value of 15 characters')
    },
    {
      title: 'a blank name',
      event: {},
      name: ' ',
      message: 'Event Name (event) is blank. Map a name, e.g. CompletePayment.'
    }
  ])('$title', async ({ event, name, message }) => {
    const error = await rejection(run(running.sandbox, purchase(event), { mapping: defaultMapping(name) }))
    expect(describeError(error)).toStrictEqual({
      class: PayloadValidationError,
      message,
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
    expect(running.sandbox.requests).toStrictEqual([])
  })

  test.each([
    { properties: { value: '$12.50' }, message: 'Value must be a number but it was a string.' },
    {
      properties: { delivery_category: 'drone' },
      message: 'Delivery Category must be one of: "in_store", "curbside", or "home_delivery".'
    },
    {
      properties: { content_ids: [{}] },
      message: 'The value at /content_ids/0 must be a string but it was an object.'
    },
    { properties: { num_items: {} }, message: 'Number of Items must be a number but it was an object.' }
  ])('by the framework: $properties', async ({ properties, message }) => {
    expect(await rejection(run(running.sandbox, purchase({ properties })))).toMatchObject({
      name: 'AggregateAjvError',
      message,
      status: 400
    })
    expect(running.sandbox.requests).toStrictEqual([])
  })
  test('do not include events with an unrelated property of the wrong type', async () => {
    const properties = { year: '2024 edition', num_adults: 'two', mileage_unit: 'AU', query: {}, transmission: 'Warp' }
    await runPresets(running.sandbox, purchase({ properties }))
    expect(running.sandbox.accepted).toHaveLength(1)
  })
})

test.each(['2026-11-19 13:00:00.345 +0100', '2026-11-19 12:00:00+00', 'Thu, 19 Nov 2026 12:00:00 GMT'])(
  'the timestamp %s is read',
  async (timestamp) => {
    await run(running.sandbox, purchase({ timestamp }))
    expect(running.sandbox.accepted.map(({ data }) => data.event_time)).toStrictEqual([
      Date.UTC(2026, 10, 19, 12) / 1000
    ])
  }
)

test('a missing timestamp becomes the current time', async () => {
  const before = Math.floor(Date.now() / 1000)
  await run(running.sandbox, purchase({ timestamp: '' }))
  const [time = 0] = running.sandbox.accepted.map(({ data }) => data.event_time)
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThanOrEqual(Date.now() / 1000)
})
