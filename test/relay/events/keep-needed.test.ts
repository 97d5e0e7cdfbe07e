import fc from 'fast-check'
import { tiktokConversions, tiktokOfflineConversions } from '../../../src'
import { keepNeeded } from '../../../src/relay/events/keep-needed'
import { neededParts } from '../../../src/relay/events/needed-parts'
import { compileMapping, type Subscription } from '../../../src/runtime'
import { compileTrigger } from '../../../src/runtime/trigger'

function subscription(mapping: Subscription['mapping'], subscribe = 'type = "track"'): Subscription {
  return { subscribe, partnerAction: 'reportWebEvent', mapping }
}

function keep(event: object, mapping: Subscription['mapping'], subscribe?: string): unknown {
  return keepNeeded(event, neededParts([subscription(mapping, subscribe)]))
}

const event = {
  type: 'track',
  event: 'Order Completed',
  messageId: 'm',
  timestamp: '2026-11-20T12:00:00Z',
  userId: 'u1',
  secret: 'x',
  properties: {
    value: 5,
    note: 'x',
    products: [{ sku: 'a', name: 'x', price: 1 }, { sku: 'b' }],
    'odd key': { deep: 1, other: 2 }
  },
  context: { traits: { email: 'a@b.example', phone: '+49 151 1' }, page: { url: 'https://x.example' } }
}

const always = { type: 'track', event: 'Order Completed', messageId: 'm', timestamp: '2026-11-20T12:00:00Z' }

it.each<[string, Subscription['mapping'], object]>([
  ['nothing', { event: 'Purchase' }, {}],
  ['a path', { a: { '@path': '$.properties.value' } }, { properties: { value: 5 } }],
  [
    'a path in brackets',
    { a: { '@path': "$.properties['odd key'].deep" } },
    { properties: { 'odd key': { deep: 1 } } }
  ],
  [
    'an index',
    { a: { '@path': '$.properties.products.0.sku' } },
    { properties: { products: event.properties.products } }
  ],
  [
    'a template',
    { a: { '@template': '{{ userId }} of {{context.traits.email}}' } },
    { userId: 'u1', context: { traits: { email: 'a@b.example' } } }
  ],
  [
    'a condition',
    { a: { '@if': { exists: { '@path': '$.userId' }, then: { '@path': '$.secret' }, else: 'x' } } },
    { userId: 'u1', secret: 'x' }
  ],
  [
    'the items of an array',
    { a: { '@arrayPath': ['$.properties.products', { id: { '@path': '$.sku' } }] } },
    { properties: { products: [{ sku: 'a' }, { sku: 'b' }] } }
  ],
  [
    'a whole array',
    { a: { '@arrayPath': ['$.properties.products'] } },
    { properties: { products: event.properties.products } }
  ],
  [
    'an object of mappings',
    { a: { b: { '@path': '$.userId' }, c: [{ '@case': { operator: 'lower', value: { '@path': '$.secret' } } }] } },
    { userId: 'u1', secret: 'x' }
  ],
  [
    'a whole object and a part of it',
    { a: { '@path': '$.context.traits.email' }, b: { '@path': '$.context' } },
    { context: event.context }
  ]
])('keeps the parts that a mapping reads: %s', (_, mapping, kept) => {
  expect(keep(event, mapping)).toStrictEqual({ ...always, ...kept })
})

it('keeps the parts that a trigger reads', () => {
  const trigger = '(properties.note = "x" or context.page.url exists) and userId = "u1" and type = "track"'
  expect(keep(event, {}, trigger)).toStrictEqual({
    ...always,
    userId: 'u1',
    properties: { note: 'x' },
    context: { page: { url: 'https://x.example' } }
  })
})

it.each<[string, Subscription['mapping']]>([
  ['the event itself', { a: { '@path': '$.' } }],
  ['Liquid', { a: { '@liquid': '{{ properties.value }}' } }],
  ['a transformation', { a: { '@transform': { apply: {}, mapping: {} } } }],
  ['an unknown directive', { a: { '@tomorrow': '$.userId' } }],
  ['the key __proto__', { a: { '@path': '$.__proto__.x' } }]
])('keeps the whole event for %s', (_, mapping) => {
  expect(keep(event, mapping)).toBe(event)
})

describe('a mapping gives the same payload for the kept parts as for the whole event', () => {
  const key = fc.constantFrom('a', 'b', 'a b', '0', '1', 'length', 'toString', '__proto__')
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, '', 'text', 0, 1, true),
      fc.array(tie('value'), { maxLength: 3 }),
      // Every key becomes an own key, as in JSON.parse.
      fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((entries) => Object.fromEntries(entries))
    )
  })).value
  const path = fc
    .array(key, { minLength: 1, maxLength: 3 })
    .chain((keys) =>
      fc.constantFrom(`$.${keys.join('.')}`, keys.join('.'), `$.${keys.map((one) => `['${one}']`).join('')}`)
    )
  const mapping = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant('literal'),
      path.map((value) => ({ '@path': value })),
      path.map((value) => ({ '@template': `<{{${value.replace('$.', '')}}}>` })),
      fc
        .tuple(tie('value'), tie('value'), tie('value'))
        .map(([exists, then, other]) => ({ '@if': { exists, then, else: other } })),
      fc
        .tuple(
          path,
          fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
        )
        .map((value) => ({ '@arrayPath': value })),
      tie('value').map((value) => ({ '@json': { mode: 'encode', value } })),
      fc
        .array(fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { noNullPrototype: true }), {
          minLength: 1,
          maxLength: 2
        })
        .map((objects) => ({ '@merge': { direction: 'right', objects } })),
      fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { maxKeys: 2, noNullPrototype: true })
    )
  })).value as fc.Arbitrary<object>

  function compiled(field: object): ReturnType<typeof compileMapping> | undefined {
    try {
      return compileMapping({ field })
    } catch {
      return undefined
    }
  }

  function resultOf(map: ReturnType<typeof compileMapping>, given: object): unknown {
    try {
      return map(given)
    } catch (error) {
      return (error as Error).message
    }
  }

  it('any mapping, any event', () => {
    fc.assert(
      fc.property(
        mapping,
        fc.record({ a: json, b: json, 'a b': json, type: json }, { requiredKeys: [], noNullPrototype: true }),
        (field, given) => {
          const map = compiled(field)
          fc.pre(map !== undefined)
          const kept = keepNeeded(given, neededParts([subscription({ field })])) as object
          expect(resultOf(map, kept)).toStrictEqual(resultOf(map, given))
        }
      ),
      { numRuns: 2000 }
    )
  })

  it('each preset, with an event for it', () => {
    for (const { presets = [] } of [tiktokConversions, tiktokOfflineConversions]) {
      const subscriptions = presets as unknown as Subscription[]
      const needed = neededParts(subscriptions)
      const kept = keepNeeded(event, needed)
      expect(JSON.stringify(kept)).not.toContain('note')
      for (const { subscribe, mapping } of subscriptions) {
        const takes = compileTrigger(subscribe, 'here')
        expect(takes(kept as typeof event)).toBe(takes(event))
        expect(compileMapping(mapping)(kept as typeof event)).toStrictEqual(compileMapping(mapping)(event))
      }
    }
  })
})
