import { toEventName } from '../../src/shared/event-name'

test.each([
  ['PageView', 'Pageview'],
  [' PageView ', 'Pageview'],
  ['Pageview', 'Pageview'],
  ['pageView', 'pageView'],
  ['PageViewed', 'PageViewed'],
  ['CompletePayment', 'CompletePayment'],
  [7, '7'],
  ['', undefined],
  [' ', undefined],
  [null, undefined],
  [{}, undefined]
])('%j is sent as %j', (value, expected) => {
  expect(toEventName(value)).toBe(expected)
})
