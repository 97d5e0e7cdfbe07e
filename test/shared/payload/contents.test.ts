import { buildContents, type ContentIdMode } from '../../../src/shared/payload/contents'

const all = { content_id: 'mapped', product_id: 'p1', variant_id: 'v1', sku: 's1', price: 2 }
const some = { content_id: 'mapped', product_id: 'p2', variant_id: ' ', sku: null }
const none = { content_id: 'mapped' }
const idsBy = (mode?: ContentIdMode) => buildContents([all, some, none], mode)?.map(({ content_id }) => content_id)

describe('which id of an item is its content id', () => {
  it.each<{ mode?: ContentIdMode; ids: string[] }>([
    { ids: ['mapped', 'mapped', 'mapped'] },
    { mode: 'product_id', ids: ['p1', 'p2', 'mapped'] },
    { mode: 'variant_id', ids: ['v1', 'mapped', 'mapped'] },
    { mode: 'sku', ids: ['s1', 'mapped', 'mapped'] },
    { mode: 'variant_or_product', ids: ['v1', 'p2', 'mapped'] }
  ])('$mode: $ids', ({ mode, ids }) => {
    expect(idsBy(mode)).toStrictEqual(ids)
  })

  it('takes a mode that the browser let through unchecked for none', () => {
    expect(idsBy('colour' as ContentIdMode)).toStrictEqual(idsBy())
    expect(idsBy('constructor' as ContentIdMode)).toStrictEqual(idsBy())
  })

  it('never sends the ids that are there for the mode', () => {
    expect(buildContents([all], 'sku')).toStrictEqual([{ price: 2, content_id: 's1' }])
    expect(buildContents([{ sku: 's1' }])).toBeUndefined()
    expect(buildContents([{ sku: 's1' }], 'sku')).toStrictEqual([{ content_id: 's1' }])
  })
})
