import { tiktokConversions } from '../../../src'
import { explain, type Subscription } from '../../../src/runtime'
import { SETTINGS } from '../../support/conversions'

const UNMAPPED = 'The mapping does not contain this field.'

/** The source and the value of each mapped field. */
function sourcesOf(mapping: Subscription['mapping'], event: object): object[] {
  const subscription = { subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }
  const { mappings } = explain(tiktokConversions, { type: 'track', event: 'x', ...event }, SETTINGS, {
    subscriptions: [subscription]
  })
  const values = mappings[0]?.values ?? []
  return values.flatMap(({ field, from, given, reason }) => (reason === UNMAPPED ? [] : [{ field, from, given }]))
}

const path = (value: string) => ({ '@path': value })
const products = (items: unknown) => ({ properties: { products: items } })
const FIRST_OR_SECOND = { '@if': { exists: path('$.a'), then: path('$.a'), else: path('$.b') } }
const ITEMS = { '@arrayPath': ['$.properties.products', { content_id: path('$.id'), price: path('$.price') }] }

it.each([
  {
    title: 'a path',
    mapping: { email: path('$.traits.email') },
    event: { traits: { email: 'mia@example.de' } },
    values: [{ field: 'email', from: 'traits.email', given: 'mia@example.de' }]
  },
  {
    title: 'a path in brackets',
    mapping: { email: path("$.properties['the mail']") },
    event: { properties: { 'the mail': 'mia@example.de' } },
    values: [{ field: 'email', from: "properties['the mail']", given: 'mia@example.de' }]
  },
  {
    title: 'the first of two paths',
    mapping: { order_id: FIRST_OR_SECOND },
    event: { a: '1', b: '2' },
    values: [{ field: 'order_id', from: 'a', given: '1' }]
  },
  {
    title: 'the second of two paths',
    mapping: { order_id: FIRST_OR_SECOND },
    event: { b: '2' },
    values: [{ field: 'order_id', from: 'b', given: '2' }]
  },
  {
    title: 'two paths without a value',
    mapping: { order_id: FIRST_OR_SECOND },
    event: {},
    values: [{ field: 'order_id', from: 'a or b', given: undefined }]
  },
  {
    title: 'a blank value',
    mapping: { order_id: FIRST_OR_SECOND },
    event: { a: ' ', b: '2' },
    values: [{ field: 'order_id', from: 'a', given: ' ' }]
  },
  {
    title: 'a value that a directive changed',
    mapping: { order_id: { '@case': { operator: 'upper', value: path('$.a') } } },
    event: { a: 'x' },
    values: [{ field: 'order_id', from: 'a', given: 'X' }]
  },
  {
    title: 'a template',
    mapping: { order_id: { '@template': '{{a}}-{{b}}' } },
    event: { a: 1, b: 2 },
    values: [{ field: 'order_id', from: undefined, given: '1-2' }]
  },
  {
    title: 'a directive that throws',
    mapping: { order_id: { '@case': { operator: 'neither', value: path('$.a') } } },
    event: { a: 'x' },
    values: [{ field: 'order_id', from: 'a', given: undefined }]
  },
  {
    title: 'the items of a list',
    mapping: { contents: ITEMS },
    event: products([{ id: 'a', price: 1 }, { id: 'b' }]),
    values: [
      { field: 'contents[0].content_id', from: 'properties.products[0].id', given: 'a' },
      { field: 'contents[0].price', from: 'properties.products[0].price', given: 1 },
      { field: 'contents[1].content_id', from: 'properties.products[1].id', given: 'b' },
      { field: 'contents[1].price', from: 'properties.products[1].price', given: undefined }
    ]
  },
  {
    title: 'one item instead of a list',
    mapping: { contents: ITEMS },
    event: products({ id: 'a', price: 1 }),
    values: [
      { field: 'contents[0].content_id', from: 'properties.products.id', given: 'a' },
      { field: 'contents[0].price', from: 'properties.products.price', given: 1 }
    ]
  },
  {
    title: 'the items of a list that a directive reads',
    mapping: { content_ids: { '@arrayPath': ['$.properties.products', path('$.id')] } },
    event: products([{ id: 'a' }, {}, { id: 'b' }]),
    values: [
      { field: 'content_ids[0]', from: 'properties.products[0].id', given: 'a' },
      { field: 'content_ids[1]', from: 'properties.products[1].id', given: undefined },
      { field: 'content_ids[2]', from: 'properties.products[2].id', given: 'b' }
    ]
  },
  {
    title: 'an empty list',
    mapping: { contents: ITEMS },
    event: products([]),
    values: [{ field: 'contents', from: 'properties.products', given: [] }]
  },
  {
    title: 'a missing list',
    mapping: { contents: ITEMS },
    event: products(null),
    values: [{ field: 'contents', from: 'properties.products', given: undefined }]
  },
  {
    title: 'an object and a list behind one path',
    mapping: { address: path('$.traits.address'), content_ids: path('$.ids') },
    event: { traits: { address: { city: 'Köln' } }, ids: ['a', 'b'] },
    values: [
      { field: 'address.city', from: 'traits.address.city', given: 'Köln' },
      { field: 'content_ids[0]', from: 'ids[0]', given: 'a' },
      { field: 'content_ids[1]', from: 'ids[1]', given: 'b' }
    ]
  },
  {
    title: 'an object that a directive composed, which has none',
    mapping: { address: { '@merge': { direction: 'left', objects: [path('$.a'), path('$.b')] } } },
    event: { a: { city: 'Köln' }, b: { country: 'DE' } },
    values: [
      { field: 'address.country', from: undefined, given: 'DE' },
      { field: 'address.city', from: undefined, given: 'Köln' }
    ]
  },
  {
    title: 'the items of a list in a condition, which have none',
    mapping: { contents: { '@if': { exists: path('$.properties.products'), then: ITEMS } } },
    event: products([{ id: 'a', price: 1 }]),
    values: [
      { field: 'contents[0].content_id', from: undefined, given: 'a' },
      { field: 'contents[0].price', from: undefined, given: 1 }
    ]
  },
  {
    title: 'the fields of a mapping that is a directive',
    mapping: path('$.properties'),
    event: { properties: { order_id: '1', address: { city: 'Köln' } } },
    values: [
      { field: 'order_id', from: 'properties.order_id', given: '1' },
      { field: 'address.city', from: 'properties.address.city', given: 'Köln' }
    ]
  },
  {
    title: 'an empty object and an empty list behind one path',
    mapping: { email: path('$.a'), content_ids: path('$.b') },
    event: { a: {}, b: [] },
    values: [
      { field: 'email', from: 'a', given: {} },
      { field: 'content_ids', from: 'b', given: [] }
    ]
  },
  {
    title: 'an object and a list in the mapping',
    mapping: { address: { city: path('$.a'), country: 'DE' }, content_ids: [path('$.b'), 'fixed'] },
    event: { a: 'Köln', b: 'x' },
    values: [
      { field: 'address.city', from: 'a', given: 'Köln' },
      { field: 'address.country', from: undefined, given: 'DE' },
      { field: 'content_ids[0]', from: 'b', given: 'x' },
      { field: 'content_ids[1]', from: undefined, given: 'fixed' }
    ]
  }
])('shows the source of $title', ({ mapping, event, values }) => {
  expect(sourcesOf(mapping, event)).toStrictEqual(values)
})
