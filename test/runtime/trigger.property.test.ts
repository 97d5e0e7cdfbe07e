import { type Condition, parseFql, validate } from '@segment/destination-subscriptions'
import fc from 'fast-check'
import { tiktokConversions } from '../../src'
import { compileTrigger } from '../../src/runtime/trigger'
import { failureOf } from '../support/failure'

const fields = [
  'event',
  'type',
  'name',
  'userId',
  'properties.a',
  'properties.a.b',
  'traits.a',
  'context.a.b',
  'properties.a b',
  'propertes.a'
]
const values = ['"A"', '"AB"', '"B"', '""', '"true"', '"1"', '1', '2.5', '-1', 'true', 'false', 'null', '"null"']
const operators = ['=', '!=', '<', '<=', '>', '>=']

const field = fc.constantFrom(...fields)
const condition = fc.oneof(
  fc.tuple(field, fc.constantFrom(...operators), fc.constantFrom(...values)).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('', '!'), field, fc.constantFrom(...values))
    .map(([not, name, value]) => `${not}contains(${name}, ${value})`),
  fc
    .tuple(fc.constantFrom('', '!'), field, fc.constantFrom('"A*"', '"*B"', '"*"', '"A"'))
    .map(([not, name, value]) => `${not}match(${name}, ${value})`)
)
const { trigger } = fc.letrec<{ trigger: string }>((tie) => ({
  trigger: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: condition },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('trigger'), fc.constantFrom('and', 'or'), tie('trigger')).map((parts) => parts.join(' '))
    },
    { weight: 1, arbitrary: tie('trigger').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: fc.constantFrom('', '(', 'a', 'event', 'event =', '"A"', 'properties. = 1', '()') }
  )
}))

const value = fc.constantFrom<unknown>(
  'A',
  'AB',
  'B',
  '',
  'true',
  '1',
  1,
  2.5,
  -1,
  0,
  true,
  false,
  null,
  undefined,
  [],
  {}
)
const part = fc.oneof(
  value,
  fc.record({ a: fc.oneof(value, fc.record({ b: value })), 'a b': value }, { requiredKeys: [] })
)
const event = fc.record(
  { event: value, type: value, name: value, userId: value, properties: part, traits: part, context: part },
  { requiredKeys: [] }
)

const named = 'contains starts_with ends_with exists'.split(' ').flatMap((name) => [name, `not_${name}`])
const known = [...operators, ...named, 'number_equals', 'number_not_equals', 'is_true', 'is_false']

/** Whether a condition has empty brackets or an unknown operator. The parser accepts both. */
function isBroken(condition: Condition | undefined): boolean {
  if (condition === undefined) return true
  return condition.type === 'group' ? condition.children.some(isBroken) : !known.includes(condition.operator)
}

it('matches the same events as the framework and refuses the triggers that the framework cannot read', () => {
  fc.assert(
    fc.property(trigger, fc.array(event, { minLength: 10, maxLength: 10 }), (fql, events) => {
      const parsed = parseFql(fql)
      if ('error' in parsed || isBroken(parsed)) {
        expect(failureOf(() => compileTrigger(fql, 'here')).message).toContain(
          `here.subscribe cannot be parsed: ${fql}.`
        )
        return
      }
      const takes = compileTrigger(fql, 'here')
      expect(events.map(takes)).toStrictEqual(events.map((one) => validate(parsed, one)))
    }),
    { numRuns: 3000 }
  )
})

it('matches the events of the presets', () => {
  for (const preset of tiktokConversions.presets ?? []) {
    const fql = 'subscribe' in preset ? preset.subscribe : ''
    const name = /event = "(.+?)"/.exec(fql)?.[1]
    const event = { type: name === undefined ? 'page' : 'track', event: name, properties: { is_new_customer: true } }
    expect([compileTrigger(fql, '')(event), compileTrigger(fql, '')({ type: 'identify' })]).toStrictEqual([true, false])
  }
})
