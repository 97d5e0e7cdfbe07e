import { BASE, build } from '../../support/build'

const properties = (payload: object) => build(payload).properties

describe('value', () => {
  test.each<{ title: string; payload: object; value: number | undefined }>([
    { title: '0 is a value', payload: { value: 0 }, value: 0 },
    { title: '0 takes precedence over the items', payload: { value: 0, contents: [{ price: 5 }] }, value: 0 },
    {
      title: 'the mapped value takes precedence over the items',
      payload: { value: 7.5, contents: [{ price: 5 }] },
      value: 7.5
    },
    { title: 'a negative value', payload: { value: -3 }, value: -3 },
    { title: 'a number as text', payload: { value: ' 12.50 ' }, value: 12.5 },
    { title: 'text that is not a number', payload: { value: '$12.50' }, value: undefined },
    { title: 'a blank', payload: { value: ' ' }, value: undefined },
    { title: 'true', payload: { value: true }, value: undefined },
    { title: 'null: the sum of the items', payload: { value: null, contents: [{ price: 5 }] }, value: 5 },
    { title: 'a missing quantity is 1', payload: { contents: [{ price: 5 }, { price: 2 }] }, value: 7 },
    { title: 'a quantity of null is 1', payload: { contents: [{ price: 5, quantity: null }] }, value: 5 },
    { title: 'a quantity of 0 stays 0', payload: { contents: [{ price: 5, quantity: 0 }] }, value: 0 },
    { title: 'a price of 0', payload: { contents: [{ price: 0 }, { price: 4, quantity: 2 }] }, value: 8 },
    { title: 'a missing price', payload: { contents: [{ price: 5 }, { content_id: 'a' }] }, value: undefined },
    { title: 'a price of null', payload: { contents: [{ price: null, quantity: 2 }] }, value: undefined },
    { title: 'an empty item', payload: { contents: [{ price: 5 }, {}] }, value: 5 },
    { title: 'no items', payload: { contents: [] }, value: undefined },
    {
      title: 'no floating-point noise in a product',
      payload: { contents: [{ price: 19.99, quantity: 3 }] },
      value: 59.97
    },
    { title: 'no floating-point noise in a sum', payload: { contents: [{ price: 0.1 }, { price: 0.2 }] }, value: 0.3 },
    { title: 'rounded to six decimals', payload: { contents: [{ price: 0.0000004 }, { price: 1 }] }, value: 1 },
    { title: 'six decimals', payload: { contents: [{ price: 0.123456 }] }, value: 0.123456 },
    { title: 'a large sum', payload: { contents: [{ price: 1e21, quantity: 2 }] }, value: 2e21 },
    {
      title: 'a sum that is too large for a number',
      payload: { contents: [{ price: 1e308, quantity: 10 }] },
      value: undefined
    }
  ])('$title', ({ payload, value }) => {
    const built: { value?: number } | undefined = properties(payload)
    expect(built?.value).toBe(value)
  })
})

describe('the prices of items that were only shown are not added up', () => {
  const one = [{ price: 5 }]
  const two = [{ price: 5 }, { price: 2, quantity: 2 }]
  test.each([
    { event: 'ViewContent', contents: one, value: 5 },
    { event: 'ViewContent', contents: two, value: undefined },
    { event: 'Search', contents: one, value: undefined },
    { event: ' Search ', contents: one, value: undefined },
    { event: 'Pageview', contents: one, value: undefined },
    { event: 'PageView', contents: one, value: undefined },
    { event: 'AddToCart', contents: two, value: 9 },
    { event: 'search', contents: two, value: 9 }
  ])('$event with $contents: $value', ({ event, contents, value }) => {
    const sent = { contents, ...(value !== undefined && { value }) }
    expect(properties({ event, contents })).toStrictEqual(sent)
  })
  test.each(['ViewContent', 'Search', 'Pageview'])('%s keeps a mapped value', (event) => {
    expect(properties({ event, contents: two, value: 3 })).toStrictEqual({ contents: two, value: 3 })
  })
})

describe('contents', () => {
  const item = { price: 5, quantity: 2, content_id: 'a', content_category: 'b', content_name: 'c', brand: 'd' }

  test('contain the properties that TikTok accepts', () => {
    expect(properties({ contents: [{ ...item, sku: 'x', variant_id: 1 }], value: 1 })).toStrictEqual({
      contents: [item],
      value: 1
    })
  })
  test('convert IDs to text and prices to numbers', () => {
    expect(properties({ contents: [{ content_id: 17, price: '5', quantity: '2' }] })).toStrictEqual({
      contents: [{ content_id: '17', price: 5, quantity: 2 }],
      value: 10
    })
  })
  test('may be one item instead of a list', () => {
    expect(properties({ contents: item })).toStrictEqual({ contents: [item], value: 10 })
  })
  test('are sent without nulls, blanks and empty items', () => {
    const contents = [
      null,
      {},
      { price: null, quantity: null, content_id: null, content_category: null, content_name: null, brand: null },
      { content_id: ' ', content_name: '', price: '', quantity: 'two' },
      'a',
      [],
      { content_id: ' a ' }
    ]
    expect(properties({ contents })).toStrictEqual({ contents: [{ content_id: 'a' }] })
  })
  test.each([null, [], [null], [{}], 'products', {}, 0])(
    '%j: neither contents nor content_type are sent',
    (contents) => {
      expect(build({ contents, content_type: 'product' })).toStrictEqual(BASE)
    }
  )
})

describe('content_type', () => {
  test.each([
    { with: 'contents', payload: { contents: [{ content_id: 'a' }] } },
    { with: 'content_ids', payload: { content_ids: ['a', 'b'] } }
  ])('is sent with $with', ({ payload }) => {
    expect(properties({ ...payload, content_type: 'product_group' })).toStrictEqual({
      ...payload,
      content_type: 'product_group'
    })
    expect(properties(payload)).toStrictEqual(payload)
  })
  test('is not sent alone', () => {
    expect(build({ content_type: 'product', content_ids: ['', null] })).toStrictEqual(BASE)
  })
})

describe('content_ids', () => {
  test.each([
    { given: 'a', sent: ['a'] },
    { given: ['a', ' a', 'b', '', null, 3, {}], sent: ['a', 'b', '3'] }
  ])('$given is sent as $sent', ({ given, sent }) => {
    expect(properties({ content_ids: given })).toStrictEqual({ content_ids: sent })
  })
})

describe('currency', () => {
  test.each([
    { given: ' usd ', sent: { currency: 'USD' } },
    { given: 'EUR', sent: { currency: 'EUR' } },
    { given: ' ', sent: undefined },
    { given: null, sent: undefined },
    { given: undefined, sent: undefined }
  ])('$given is sent as $sent', ({ given, sent }) => {
    expect(properties({ currency: given })).toStrictEqual(sent)
  })
})

test('sends the other properties', () => {
  expect(
    properties({
      num_items: '3',
      query: ' shoes ',
      search_string: 'red shoes',
      description: 'Search',
      order_id: 17,
      shop_id: 'shop',
      delivery_category: 'in_store',
      predicted_ltv: 0
    })
  ).toStrictEqual({
    num_items: 3,
    query: 'shoes',
    search_string: 'red shoes',
    description: 'Search',
    order_id: '17',
    shop_id: 'shop',
    delivery_category: 'in_store',
    predicted_ltv: 0
  })
})
