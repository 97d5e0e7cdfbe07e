import { parseFql, validate } from '@segment/destination-subscriptions'
import { reportsAllPageCalls } from '../../../src/destinations/tiktok-pixel/page-view'
import type { PixelSubscription } from '../../../src/destinations/tiktok-pixel/pixel-settings'

const mapping = (changed: Partial<PixelSubscription> = {}): PixelSubscription => ({
  name: 'Page View',
  enabled: true,
  partnerAction: 'reportWebEvent',
  subscribe: 'type = "page"',
  mapping: { event: 'Pageview' },
  ...changed
})

const reports = (...subscriptions: PixelSubscription[]) => reportsAllPageCalls({ pixelCode: 'C1', subscriptions })

test.each(['type = "page"', 'type="page"', '  type  =\t"page" \n', 'type ="page"', 'type= "page"'])(
  'the trigger %j matches all page calls',
  (subscribe) => {
    expect(reports(mapping({ subscribe }))).toBe(true)
    expect(validate(parseFql(subscribe), { type: 'page' })).toBe(true)
    expect(validate(parseFql(subscribe), { type: 'track' })).toBe(false)
  }
)

test.each([
  'type = "page" and name = "Home"',
  'type = "page" or type = "track"',
  'properties.type = "page"',
  'context.type = "page"',
  'type != "page"',
  '!(type = "page")',
  '(type = "page")',
  "type = 'page'",
  'type = page',
  'type = "Page"',
  'type = "page "',
  'type\u00a0=\u00a0"page"',
  'type = "page" and',
  'event = "Home"',
  ''
])('the trigger %j does not match all page calls', (subscribe) => {
  expect(reports(mapping({ subscribe }))).toBe(false)
})

test.each([
  ['Pageview', true],
  ['PageView', true],
  [' PageView ', true],
  ['pageview', false],
  ['ViewContent', false],
  [undefined, false],
  [{ '@path': '$.event' }, false]
])('a mapping to the event %j reports all page calls: %s', (event, expected) => {
  expect(reports(mapping({ mapping: { event } }))).toBe(expected)
})

test.each([
  ['a disabled mapping', [mapping({ enabled: false })], false],
  ['a mapping of another action', [mapping({ partnerAction: 'identify' })], false],
  ['no mapping', [], false],
  ['one of several mappings', [mapping({ enabled: false }), mapping(), mapping({ partnerAction: 'identify' })], true],
  ['a narrower mapping next to one for all page calls', [mapping({ subscribe: 'name = "Home"' }), mapping()], true]
])('%s reports all page calls: %s', (_case, subscriptions, expected) => {
  expect(reports(...subscriptions)).toBe(expected)
})

test('settings without mappings and a mapping without content report nothing', () => {
  const { name, enabled, partnerAction, subscribe } = mapping()
  expect(reportsAllPageCalls({ pixelCode: 'C1' })).toBeUndefined()
  expect(reports({ name, enabled, partnerAction, subscribe })).toBe(false)
})
