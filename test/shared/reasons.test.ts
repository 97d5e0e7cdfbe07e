import { COERCE_REASONS, explainBoolean, explainNumber, explainText } from '../../src/shared/coerce-reasons'
import { EVENT_NAME_REASONS, explainEventName } from '../../src/shared/event-name-reasons'
import { COUNTRY_REASONS } from '../../src/shared/identity/country-reasons'
import { EMAIL_REASONS, NAME_REASONS, ZIP_CODE_REASONS } from '../../src/shared/identity/normalise-reasons'
import { PHONE_REASONS } from '../../src/shared/identity/phone-reasons'
import { URL_REASONS } from '../../src/shared/payload/clean-url-reasons'
import { CONTENT_TYPE_REASONS, CONTENTS_REASONS } from '../../src/shared/payload/contents-reasons'
import { EVENT_REASONS } from '../../src/shared/payload/event-reasons'
import { TIMESTAMP_REASONS } from '../../src/shared/payload/timestamp-reasons'
import { TRAVEL_AND_VEHICLE_REASONS } from '../../src/shared/payload/travel-and-vehicle-reasons'
import { CLICK_ID_REASONS, IP_REASONS } from '../../src/shared/payload/user-reasons'
import { VALUE_REASONS } from '../../src/shared/payload/value-reasons'
import { formatReason, type Reason } from '../../src/shared/reason'

const all: Reason[] = [
  ...[COERCE_REASONS, EVENT_NAME_REASONS, COUNTRY_REASONS, EMAIL_REASONS, NAME_REASONS, ZIP_CODE_REASONS],
  ...[PHONE_REASONS, URL_REASONS, CONTENT_TYPE_REASONS, CONTENTS_REASONS, EVENT_REASONS, TIMESTAMP_REASONS],
  ...[TRAVEL_AND_VEHICLE_REASONS, CLICK_ID_REASONS, IP_REASONS, VALUE_REASONS]
].flatMap((reasons) => Object.values(reasons) as Reason[])

test('reasons and remedies are whole sentences, and each reason is unique', () => {
  for (const { reason, remedy } of all) {
    expect(reason).toMatch(/^[A-Z].*\.$/)
    expect(remedy).toMatch(/^[A-Z].*\.$/)
  }
  expect(new Set(all.map(({ reason }) => reason)).size).toBe(all.length)
})

test('an error message contains the reason and the remedy', () => {
  expect(formatReason({ reason: 'It is late.', remedy: 'Hurry.' })).toBe('It is late. Hurry.')
})

describe('the reason for values of the wrong type', () => {
  const { missing, notText, notNumber, notBoolean } = COERCE_REASONS
  test.each([
    { explain: explainText, value: 'a', reason: undefined },
    { explain: explainText, value: 0, reason: undefined },
    { explain: explainText, value: undefined, reason: missing },
    { explain: explainText, value: null, reason: missing },
    { explain: explainText, value: ' \u0085', reason: missing },
    { explain: explainText, value: {}, reason: notText },
    { explain: explainText, value: ['a'], reason: notText },
    { explain: explainNumber, value: '0', reason: undefined },
    { explain: explainNumber, value: '', reason: missing },
    { explain: explainNumber, value: '$5', reason: notNumber },
    { explain: explainNumber, value: NaN, reason: notNumber },
    { explain: explainBoolean, value: 'false', reason: undefined },
    { explain: explainBoolean, value: null, reason: missing },
    { explain: explainBoolean, value: 'yes', reason: notBoolean }
  ])('$explain.name of $value: $reason.reason', ({ explain, value, reason }) => {
    expect(explain(value)).toBe(reason)
  })
})

test.each([
  { name: 'CompletePayment', reason: undefined },
  { name: ' Contact ', reason: undefined },
  { name: ' PageView ', reason: EVENT_NAME_REASONS.renamed },
  { name: ' ', reason: EVENT_NAME_REASONS.blank },
  { name: {}, reason: EVENT_NAME_REASONS.blank }
])('the reason for the event name $name: $reason.reason', ({ name, reason }) => {
  expect(explainEventName(name)).toBe(reason)
})
