import { build } from '../../support/build'

const item = { content_id: 'mapped', product_id: 'product', variant_id: 'variant', sku: 'sku' }

/** The items as built with a mode. */
const contents = (items: unknown, contentIdMode?: string) => {
  const built: { contents?: unknown } | undefined = build({ contents: items }, { contentIdMode }).properties
  return built?.contents
}

test.each([
  { mode: undefined, id: 'mapped' },
  { mode: 'product_id', id: 'product' },
  { mode: 'variant_id', id: 'variant' },
  { mode: 'sku', id: 'sku' },
  { mode: 'variant_or_product', id: 'variant' },
  { mode: 'another', id: 'mapped' },
  { mode: 'constructor', id: 'mapped' },
  { mode: '', id: 'mapped' }
])('with the mode $mode the content ID is $id, and the other IDs are not sent', ({ mode, id }) => {
  expect(contents([item], mode)).toStrictEqual([{ content_id: id }])
})

test.each([
  { title: 'null', item: { ...item, variant_id: null }, mode: 'variant_id', id: 'mapped' },
  { title: 'a blank', item: { ...item, sku: ' ' }, mode: 'sku', id: 'mapped' },
  { title: 'missing', item: { content_id: 'mapped' }, mode: 'product_id', id: 'mapped' },
  {
    title: 'missing, with a second choice',
    item: { ...item, variant_id: '' },
    mode: 'variant_or_product',
    id: 'product'
  },
  { title: 'missing, and so is the second', item: { content_id: 'mapped' }, mode: 'variant_or_product', id: 'mapped' },
  { title: 'a number', item: { variant_id: 17 }, mode: 'variant_id', id: '17' }
])('the ID of the mode is $title', ({ item, mode, id }) => {
  expect(contents([item], mode)).toStrictEqual([{ content_id: id }])
})

test('a blank mode does not read the property with a blank name', () => {
  expect(contents([{ '': 'x', content_id: 'mapped' }], '')).toStrictEqual([{ content_id: 'mapped' }])
  expect(contents([{ '': 'x' }])).toBeUndefined()
})

test('sends no item that has only the ID of another mode', () => {
  expect(contents([{ sku: 'sku' }, null, 'sku'], 'variant_id')).toBeUndefined()
  expect(contents([{ sku: 'sku' }])).toBeUndefined()
})
