import { tiktokConversions } from '../../../src'
import { explain } from '../../../src/runtime'
import { SETTINGS } from '../../support/conversions'

/** The triggers that are nearest to an event, and the conditions that fail. */
function nearest(event: object, triggers?: readonly string[]): (readonly [string, readonly string[]])[] {
  const subscriptions = triggers?.map((subscribe) => ({
    subscribe,
    partnerAction: 'reportWebEvent',
    mapping: { event: 'Lead' }
  }))
  const found = explain(tiktokConversions, event, SETTINGS, { ...(subscriptions && { subscriptions }) })
  expect(found.mappings).toStrictEqual([])
  return found.nearest?.map(({ name, failed }) => [name, failed] as const) ?? []
}

it('shows the three triggers with the most similar text first', () => {
  expect(nearest({ type: 'track', event: 'order completed' })).toStrictEqual([
    ['Complete Payment', ['event is "order completed"; the trigger says = "Order Completed"']],
    ['Page View', ['type is "track"; the trigger says = "page"']],
    ['Place an Order', ['event is "order completed"; the trigger says = "Order Placed"']]
  ])
})

it('puts a similar value before a missing one, and keeps the order of equal distances', () => {
  expect(nearest({ type: 'identify' })).toStrictEqual([
    ['Page View', ['type is "identify"; the trigger says = "page"']],
    ['Complete Payment', ['event is missing; the trigger says = "Order Completed"']],
    ['Contact', ['event is missing; the trigger says = "Callback Started"']]
  ])
})

it('shows each condition that fails, including those of groups', () => {
  const event = { type: 'track', event: 'A', userId: 'u' }
  const group = 'type = "track" and (event = "B" or event = "C")'
  expect(nearest(event, ['event = "Completely Different"', group, 'userId = "v"'])).toStrictEqual([
    ['userId = "v"', ['userId is "u"; the trigger says = "v"']],
    [group, ['event is "A"; the trigger says = "B"', 'event is "A"; the trigger says = "C"']],
    ['event = "Completely Different"', ['event is "A"; the trigger says = "Completely Different"']]
  ])
})

it.each([
  ['event != "A"', 'event is "A"; the trigger says != "A"'],
  ['name = "Home"', 'name is missing; the trigger says = "Home"'],
  ['properties.total > 10', 'properties.total is 5; the trigger says > 10'],
  ['properties.code != null', 'properties.code is missing; the trigger says exists'],
  ['properties.list = "x"', 'properties.list is a list or an object; the trigger says = "x"'],
  ['properties.coupon = "x"', 'properties.coupon is null; the trigger says = "x"'],
  ['traits.plan = "paid"', 'traits.plan is "free"; the trigger says = "paid"'],
  ['context.app.name = "shop"', 'context.app.name is missing; the trigger says = "shop"']
])('describes the condition %s', (trigger, failed) => {
  const event = {
    type: 'track',
    event: 'A',
    properties: { total: 5, list: [1], coupon: null },
    traits: { plan: 'free' }
  }
  expect(nearest(event, [trigger])).toStrictEqual([[trigger, [failed]]])
})
