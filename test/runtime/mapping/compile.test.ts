import { type JSONObject, transform } from '@segment/actions-core'
import { tiktokConversions, tiktokOfflineConversions } from '../../../src'
import { compileMapping } from '../../../src/runtime'
import { purchase } from '../../support/conversions'

const event = purchase({
  context: {
    traits: { email: 'mia.keller@example.de', address: { city: 'Köln' } },
    page: { url: 'https://a.example' }
  },
  properties: {
    revenue: 12.5,
    products: [{ product_id: 'p1', price: 19.99 }, { product_id: 'p2' }],
    is_new_customer: true
  }
})

const presets = [...(tiktokConversions.presets ?? []), ...(tiktokOfflineConversions.presets ?? [])]

it.each(presets.map(({ name, mapping }) => [name, mapping] as const))(
  'gives the payload of the preset %s',
  (_, mapping) => {
    const payload = compileMapping(mapping ?? {})(event)
    expect(payload).toStrictEqual(transform(mapping ?? {}, event as unknown as JSONObject))
  }
)

it('returns payloads that share no object with their event', () => {
  const payload = compileMapping({ all: { '@path': '$.properties' }, one: { '@literal': { '@path': '$.context' } } })(
    event
  )
  const before = JSON.stringify(event)
  Object.assign(payload['all'] as object, { revenue: 0 })
  Object.assign((payload['all'] as { products: object[] }).products[0] ?? {}, { price: 0 })
  Object.assign((payload['one'] as { traits: object }).traits, { email: '' })
  expect(JSON.stringify(event)).toBe(before)
})

it('returns a new object per event for an object in the mapping', () => {
  const map = compileMapping({ fixed: { a: [1] } })
  const [first, second] = [map(event), map(event)]
  expect(first).toStrictEqual(second)
  expect(first['fixed']).not.toBe(second['fixed'])
})

it('reuses its replacements for the next event', () => {
  const map = compileMapping({
    event: { '@replace': { pattern: 'o', replacement: '0', value: { '@path': '$.event' } } }
  })
  expect([map({ event: 'oo' }), map({ event: 'oo' })]).toStrictEqual([{ event: '00' }, { event: '00' }])
})

it.each([
  [{ event: { '@pth': '$.event' } }, '/event has an invalid directive: @pth.'],
  [{ event: { '@path': '$.event', more: 1 } }, '/event should only have one @-prefixed key but it has 2 keys.'],
  [{ event: { '@path': 5 } }, '/event/@path should be a string or a mapping directive but it is a number.']
])('refuses the mapping %j before the first event', (mapping, message) => {
  expect(() => compileMapping(mapping)).toThrow(message)
})
