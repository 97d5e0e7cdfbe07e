import { buildContents } from '../../../src/shared/payload/contents'
import { CONTENTS_REASONS, explainContentId, explainItem } from '../../../src/shared/payload/contents-reasons'
import { explainUrl, URL_REASONS } from '../../../src/shared/payload/clean-url-reasons'
import type { EventInput } from '../../../src/shared/payload/event-input'
import {
  explainBlock,
  explainPair,
  TRAVEL_AND_VEHICLE_REASONS
} from '../../../src/shared/payload/travel-and-vehicle-reasons'
import { CLICK_ID_REASONS, explainClickId, explainIp, IP_REASONS } from '../../../src/shared/payload/user-reasons'
import { explainValue, VALUE_REASONS } from '../../../src/shared/payload/value-reasons'
import { COERCE_REASONS } from '../../../src/shared/coerce-reasons'
import type { Reason } from '../../../src/shared/reason'

test.each([
  { url: 'https://shop.example/?a=1', reason: undefined },
  { url: 'https://shop.example/?e=ann@example.com', reason: URL_REASONS.removed }
])('the reason for the URL $url: $reason.reason', ({ url, reason }) => {
  expect(explainUrl(url)).toBe(reason)
})

test.each([
  { ip: '8.8.8.8', reason: undefined },
  { ip: '2001:db8::1', reason: undefined },
  { ip: '8.8.8.8:80', reason: IP_REASONS.invalid },
  { ip: 'fe80::1%eth0', reason: IP_REASONS.invalid }
])('the reason for the IP address $ip: $reason.reason', ({ ip, reason }) => {
  expect(explainIp(ip)).toBe(reason)
})

test.each([
  { url: undefined, reason: undefined },
  { url: '/?ttclid=', reason: undefined },
  { url: '/?ttclid=old', reason: undefined },
  { url: '/?ttclid=new', reason: CLICK_ID_REASONS.urlHasAnother }
])('the reason for the click ID "old" next to the URL $url: $reason.reason', ({ url, reason }) => {
  expect(explainClickId('old', url)).toBe(reason)
})

test.each([
  { item: { price: 1 }, reason: undefined },
  { item: {}, reason: CONTENTS_REASONS.emptyItem },
  { item: { sku: 's1', price: 'a' }, reason: CONTENTS_REASONS.emptyItem },
  { item: 'p1', reason: CONTENTS_REASONS.notAnItem },
  { item: null, reason: CONTENTS_REASONS.notAnItem }
])('the reason for the item $item: $reason.reason', ({ item, reason }) => {
  expect(explainItem(item)).toBe(reason)
})

test.each([
  { item: { content_id: 'p1', sku: 's1' }, mode: undefined, reason: undefined },
  { item: { content_id: 'p1', sku: 's1' }, mode: '', reason: undefined },
  { item: { content_id: 'p1', sku: 's1' }, mode: 'sku', reason: CONTENTS_REASONS.replacedByMode },
  { item: { content_id: 's1', sku: 's1' }, mode: 'sku', reason: undefined },
  { item: { content_id: 'p1', sku: {} }, mode: 'sku', reason: CONTENTS_REASONS.missingForMode },
  { item: { content_id: 'p1', product_id: 'p1' }, mode: 'variant_or_product', reason: undefined }
])('the reason for the content ID of $item with the mode $mode: $reason.reason', ({ item, mode, reason }) => {
  expect(explainContentId(item, mode)).toBe(reason)
})

test.each([
  { value: 0, items: [{ price: 5 }], event: undefined, reason: undefined },
  { value: undefined, items: undefined, event: undefined, reason: COERCE_REASONS.missing },
  { value: '$5', items: [{ price: 5 }], event: undefined, reason: COERCE_REASONS.notNumber },
  { value: ' ', items: [{ price: 5 }], event: undefined, reason: VALUE_REASONS.sum },
  { value: null, items: [{ price: 5 }, { content_id: 'p' }], event: undefined, reason: VALUE_REASONS.noPrice },
  { value: null, items: [{ price: 5 }], event: 'Search', reason: VALUE_REASONS.onlyShown },
  { value: null, items: [{ price: 5 }], event: 'ViewContent', reason: VALUE_REASONS.sum },
  { value: null, items: [{ price: 5 }, { price: 6 }], event: 'ViewContent', reason: VALUE_REASONS.onlyShown }
])('the reason for the value $value of $event with $items: $reason.reason', ({ value, items, event, reason }) => {
  expect(explainValue(value, buildContents(items), event)).toBe(reason)
})

describe('the reason for travel and vehicle properties', () => {
  const { notWeb, notSelected, noPair } = TRAVEL_AND_VEHICLE_REASONS
  test.each<{ selected: EventInput['event_spec_type']; isWeb: boolean; reason: Reason | undefined }>([
    { selected: 'travel_fields', isWeb: true, reason: undefined },
    { selected: 'vehicle_fields', isWeb: true, reason: notSelected },
    { selected: undefined, isWeb: true, reason: notSelected },
    { selected: 'travel_fields', isWeb: false, reason: notWeb }
  ])('travel_fields, with $selected selected, web $isWeb: $reason.reason', ({ selected, isWeb, reason }) => {
    expect(explainBlock('travel_fields', { event_spec_type: selected }, isWeb)).toBe(reason)
  })
  test.each<{ key: string; vehicle_fields: EventInput['vehicle_fields']; reason: Reason | undefined }>([
    { key: 'mileage_value', vehicle_fields: { mileage_value: 5, mileage_unit: 'KM' }, reason: undefined },
    { key: 'mileage_unit', vehicle_fields: { mileage_unit: 'KM' }, reason: noPair },
    { key: 'preferred_price_range_max', vehicle_fields: { preferred_price_range_max: 5 }, reason: noPair },
    { key: 'make', vehicle_fields: { make: 'Fiat' }, reason: undefined }
  ])('$key of $vehicle_fields: $reason.reason', ({ key, vehicle_fields, reason }) => {
    expect(explainPair(key, { event_spec_type: 'vehicle_fields', vehicle_fields })).toBe(reason)
  })
})
