/** @jest-environment jsdom */
import { sha256 } from '../../../src/shared/identity/hash'
import { connected } from './pixel-page'

/** The calls for a payload. */
function tracked(payload: object, settings = {}) {
  const { report, calls } = connected(settings)
  report(payload)
  return calls()
}

/** The properties in the `track` call for a payload. */
const propertiesOf = (payload: object, settings = {}) => tracked(payload, settings)[0]?.[2]

describe('the event', () => {
  test('is tracked with its properties and its ID', () => {
    const payload = { event: 'CompletePayment', event_id: 'm-1', value: 12.5, currency: 'USD', order_id: 'o-1' }
    expect(tracked(payload)).toStrictEqual([
      ['track', 'CompletePayment', { currency: 'USD', value: 12.5, order_id: 'o-1' }, { event_id: 'm-1' }]
    ])
  })

  test.each([undefined, null, '', ' '])('has no event_id key without an id: %j', (event_id) => {
    expect(tracked({ event_id })).toStrictEqual([['track', 'Contact', {}, {}]])
  })

  test('is tracked as Pageview if a saved mapping has PageView', () => {
    expect(tracked({ event: 'PageView' })).toStrictEqual([['track', 'Pageview', {}, {}]])
  })

  test.each([undefined, null, '', ' '])('without a name is not reported but logged on the console: %j', (event) => {
    const { report, calls, warnings } = connected()
    report({ event, email: 'user@example.com' })
    expect(calls()).toStrictEqual([])
    expect(warnings).toStrictEqual(['TikTok Pixel: an event was not reported: its event name is blank'])
  })
})

describe('values that are not validated', () => {
  test.each([
    ['a number as text', { value: '12.50', num_items: ' 3 ' }, { num_items: 3, value: 12.5 }],
    ['zero', { value: 0 }, { value: 0 }],
    ['zero as text', { value: '0' }, { value: 0 }],
    ['text that is not a number', { value: '$12.50' }, {}],
    ['a blank number', { value: '', num_items: ' ' }, {}],
    ['one content ID instead of several', { content_ids: 'p-1' }, { content_ids: ['p-1'] }],
    ['blanks among several', { content_ids: ['', 'p-1', null, ' '] }, { content_ids: ['p-1'] }],
    ['numbers instead of text', { order_id: 4711, content_ids: [7] }, { content_ids: ['7'], order_id: '4711' }],
    ['one item instead of several', { contents: { content_id: 'p-1' } }, { contents: [{ content_id: 'p-1' }] }],
    [
      'items with text instead of numbers',
      { contents: [{ content_id: 7, price: '2.5', quantity: '2' }] },
      { contents: [{ price: 2.5, quantity: 2, content_id: '7' }], value: 5 }
    ],
    [
      'items with nulls and blanks',
      { contents: [{ content_id: 'p-1', price: null, brand: '' }, { content_name: ' ' }, null] },
      { contents: [{ content_id: 'p-1' }] }
    ],
    ['an object instead of text', { order_id: {}, description: [] }, {}]
  ])('%s', (_case, payload, expected) => {
    expect(propertiesOf(payload)).toStrictEqual(expected)
  })
})

describe('empty and missing values', () => {
  test('blanks of every kind are omitted', () => {
    const blank = { currency: '', query: ' ', search_string: null, shop_id: undefined, contents: [], content_ids: [] }
    expect(propertiesOf({ ...blank, content_type: 'product', value: null })).toStrictEqual({})
  })

  test.each([
    ['mapped', 'usd ', { currency: 'USD', value: 1 }],
    ['blank', '', { value: 1 }],
    ['missing', undefined, { value: 1 }]
  ])('a currency that is %s', (_case, currency, expected) => {
    expect(propertiesOf({ value: 1, currency })).toStrictEqual(expected)
  })

  test('content_type is not sent without contents or content IDs', () => {
    expect(propertiesOf({ content_type: 'product_group', content_ids: ['g'] })).toStrictEqual({
      content_ids: ['g'],
      content_type: 'product_group'
    })
    expect(propertiesOf({ content_type: 'product' })).toStrictEqual({})
  })
})

describe('travel and vehicle properties', () => {
  test('do not replace properties of the event', () => {
    const payload = { value: 10, description: 'A trip', event_spec_type: 'travel_fields' }
    const travel_fields = { city: 'Rome', value: '', description: ' ' }
    expect(propertiesOf({ ...payload, travel_fields })).toStrictEqual({
      value: 10,
      description: 'A trip',
      city: 'Rome'
    })
  })

  const travel_fields = { city: 'Rome', num_adults: '2', destination_ids: 'd-1', region: '' }
  const vehicle_fields = { make: 'Fiat', year: '2024', mileage_value: '10', mileage_unit: 'KM' }

  test.each([
    ['travel_fields', { city: 'Rome', num_adults: 2, destination_ids: ['d-1'] }],
    ['vehicle_fields', { make: 'Fiat', year: 2024, mileage: { value: 10, unit: 'KM' } }],
    [undefined, {}]
  ])('follow the Event Spec Type %s', (event_spec_type, expected) => {
    expect(propertiesOf({ event_spec_type, travel_fields, vehicle_fields })).toStrictEqual(expected)
  })
})

describe('the content ID mode', () => {
  const contents = [
    { content_id: 'mapped', product_id: 'P-1', variant_id: 'V-1', sku: 'S-1' },
    { content_id: 'mapped', product_id: 'P-2', variant_id: '', sku: null },
    { content_id: 'mapped' }
  ]

  test.each([
    [undefined, ['mapped', 'mapped', 'mapped']],
    ['product_id', ['P-1', 'P-2', 'mapped']],
    ['variant_id', ['V-1', 'mapped', 'mapped']],
    ['sku', ['S-1', 'mapped', 'mapped']],
    ['variant_or_product', ['V-1', 'P-2', 'mapped']]
  ] as const)('%s sends the IDs %j', (contentIdMode, ids) => {
    const expected = { contents: ids.map((content_id) => ({ content_id })) }
    expect(propertiesOf({ contents }, contentIdMode && { contentIdMode })).toStrictEqual(expected)
  })
})

describe('the person', () => {
  const track = ['track', 'Contact', {}, {}]

  test('is identified before the event, with normalised plain text', () => {
    const person = { email: [' User@Example.COM '], phone_number: ['+1 (415) 555-2671'], external_id: ['U-1'] }
    const address = { city: 'São Paulo', state: 'SP', country: 'BR', zip_code: '01310-100' }
    expect(tracked({ ...person, first_name: 'Ana', last_name: "O'Neil", address })).toStrictEqual([
      [
        'identify',
        {
          email: 'user@example.com',
          phone_number: '+14155552671',
          external_id: 'U-1',
          first_name: 'ana',
          last_name: 'oneil',
          city: 'saopaulo',
          state: 'sp',
          country: 'br',
          zip_code: '01310100'
        }
      ],
      track
    ])
  })

  test.each([
    ['one value instead of several', 'a@example.com', 'a@example.com'],
    ['the first usable one', ['', 'not an address', 'b@example.com', 'c@example.com'], 'b@example.com']
  ])('has one email address: %s', (_case, email, expected) => {
    expect(tracked({ email })).toStrictEqual([['identify', { email: expected }], track])
  })

  test.each(['email', 'phone_number', 'external_id', 'first_name'])(
    'a hashed %s is passed on in lower case',
    (field) => {
      const hash = sha256('anything')
      const payload = { external_id: 'U-1', [field]: hash.toUpperCase() }
      expect(tracked(payload)).toStrictEqual([['identify', { external_id: 'U-1', [field]: hash }], track])
    }
  )

  test.each([
    ['no person', {}],
    ['blanks', { email: '', phone_number: [' '], external_id: null }],
    ['a name and a city without an identifier', { first_name: 'Ana', address: { city: 'Rome' } }],
    ['a phone number without a country', { phone_number: '(415) 555-2671' }]
  ])('is not identified for %s', (_case, payload) => {
    expect(tracked(payload)).toStrictEqual([track])
  })

  test('is identified again only after a change', () => {
    const { report, identify, calls } = connected()
    report({ external_id: 'U-1' })
    report({ external_id: 'U-1' })
    identify({ external_id: ['U-1'] })
    report({ external_id: 'U-1', email: 'a@example.com' })
    report({ external_id: 'U-2' })
    report({})
    report({ external_id: 'U-1' })
    expect(calls()).toStrictEqual([
      ['identify', { external_id: 'U-1' }],
      track,
      track,
      ['identify', { email: 'a@example.com', external_id: 'U-1' }],
      track,
      ['identify', { external_id: 'U-2' }],
      track,
      track,
      ['identify', { external_id: 'U-1' }],
      track
    ])
  })
})
