import { startSandbox, type Sandbox } from '../../src/sandbox'
import { bodyWith, HASH, ok, post, refused } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const TEXT = 'not a valid string'
const NUMBER = 'not a valid number'
const INTEGER = 'not a valid integer'
const LIST = 'not a valid list'
const OBJECT = 'not a valid object'
const MISSING = 'missing data for required field'
const BLANK = 'must not be blank'
const NOT_A_HASH = 'not a SHA-256 hash'

/** One rule: the path of its value, a valid event, an invalid event, and TikTok's message. */
type Rule = readonly [path: string, good: object, bad: object, problem: string]

const set = (path: string, value: unknown): object =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object
const rule = (path: string, good: unknown, bad: unknown, problem: string): Rule => [
  path,
  set(path, good),
  set(path, bad),
  problem
]
const rules = (prefix: string, names: string, good: unknown, bad: unknown, problem: string): Rule[] =>
  names.split(' ').map((name) => rule(prefix + name, good, bad, problem))

const EVENT: Rule[] = [
  rule('event', 'My own event', 5, TEXT),
  rule('event', 'Purchase', ' ', BLANK),
  rule('event', 'Purchase', undefined, MISSING),
  rule('event_time', 1700000000, '1700000000', INTEGER),
  rule('event_time', 1700000000, 1700000000.5, INTEGER),
  rule('event_time', 1700000000, undefined, MISSING),
  rule('event_id', 'id', 5, TEXT),
  rule('event_id', '', null, TEXT),
  rule('user', {}, [], OBJECT),
  rule('properties', { unknown: 'x' }, 'x', OBJECT),
  rule('page', {}, 'https://example.com', OBJECT),
  ...rules('page.', 'url referrer', 'https://example.com', 5, TEXT),
  rule('lead', {}, 'x', OBJECT),
  ...rules('lead.', 'lead_id lead_event_source', 'x', 5, TEXT),
  rule('limited_data_use', true, 'true', 'not a valid boolean')
]

const USER: Rule[] = [
  ...rules('user.', 'email phone external_id', HASH, 'readable', NOT_A_HASH),
  ...rules('user.', 'email phone external_id', [HASH, HASH], 5, TEXT),
  ...rules('user.', 'first_name last_name zip_code', HASH, HASH.toUpperCase(), NOT_A_HASH),
  ...rules('user.', 'first_name last_name zip_code', '', [HASH], TEXT),
  ...rules('user.', 'city state country ip user_agent locale ttclid ttp lead_id', 'x', 5, TEXT)
]

const PROPERTIES: Rule[] = [
  ...rules('properties.', 'value num_items predicted_ltv', 0, '12.50', NUMBER),
  ...rules('properties.', 'currency content_type order_id shop_id delivery_category', 'x', 5, TEXT),
  ...rules('properties.', 'query search_string description', 'x', 5, TEXT),
  rule('properties.contents', [], { content_id: '1' }, LIST),
  rule('properties.content_ids', ['1'], '1', LIST),
  rule('properties.contents', [{ unknown: null }], 'x', LIST),
  rule('properties', {}, [], OBJECT)
]

const TRAVEL: Rule[] = [
  ...rules('properties.', 'city region country checkin_date checkout_date travel_class', 'x', 5, TEXT),
  ...rules('properties.', 'departing_departure_date returning_departure_date', 'x', 5, TEXT),
  ...rules('properties.', 'departing_arrival_date returning_arrival_date', 'x', 5, TEXT),
  ...rules('properties.', 'origin_airport destination_airport travel_start travel_end', 'x', 5, TEXT),
  ...rules('properties.', 'num_adults num_children num_infants user_score preferred_num_stops', 1, '1', NUMBER),
  ...rules('properties.', 'suggested_hotels destination_ids suggested_destinations', ['x'], 'x', LIST)
]

const VEHICLE: Rule[] = [
  ...rules('properties.', 'postal_code make model state_of_vehicle exterior_color transmission', 'x', 5, TEXT),
  ...rules('properties.', 'body_style fuel_type drivetrain trim vin interior_color', 'x', 5, TEXT),
  ...rules('properties.', 'condition_of_vehicle viewcontent_type search_type registration_type', 'x', 5, TEXT),
  rule('properties.year', 2024, '2024', NUMBER),
  rule('properties.mileage', { value: 5, unit: 'KM' }, 5, OBJECT),
  rule('properties.preferred_price_range', [1, 2], [1, 2, 3], 'not a pair of numbers'),
  rule('properties.preferred_price_range', [1, 2], 5, LIST)
]

describe.each([
  ['the event', EVENT],
  ['user', USER],
  ['properties', PROPERTIES],
  ['travel', TRAVEL],
  ['vehicle', VEHICLE]
])('%s', (_, table) => {
  test.each(table)('%s: %j is accepted, %j is refused', async (path, good, bad, problem) => {
    expect(await post(sandbox, bodyWith(good))).toStrictEqual(ok())
    expect(await post(sandbox, bodyWith(bad))).toStrictEqual(refused(`data.0.${path}`, problem))
  })
})

describe('the elements of lists and objects', () => {
  const contents = (item: object) => ({ properties: { contents: [{}, item] } })
  test.each([
    ['user.email.1', { user: { email: [HASH, 'readable'] } }, NOT_A_HASH],
    ['user.phone.0', { user: { phone: [5] } }, TEXT],
    ['properties.contents.0', { properties: { contents: ['x'] } }, OBJECT],
    ['properties.contents.1.price', contents({ price: '1' }), NUMBER],
    ['properties.contents.1.quantity', contents({ quantity: '1' }), NUMBER],
    ['properties.contents.1.content_id', contents({ content_id: 1 }), TEXT],
    ['properties.contents.1.content_category', contents({ content_category: 1 }), TEXT],
    ['properties.contents.1.content_name', contents({ content_name: 1 }), TEXT],
    ['properties.contents.1.brand', contents({ brand: 1 }), TEXT],
    ['properties.content_ids.1', { properties: { content_ids: ['1', 2] } }, TEXT],
    ['properties.suggested_hotels.0', { properties: { suggested_hotels: [1] } }, TEXT],
    ['properties.mileage.value', { properties: { mileage: { unit: 'KM' } } }, MISSING],
    ['properties.mileage.unit', { properties: { mileage: { value: 5, unit: 5 } } }, TEXT],
    ['properties.preferred_price_range.1', { properties: { preferred_price_range: [1, '2'] } }, NUMBER],
    ['properties.preferred_price_range', { properties: { preferred_price_range: [1] } }, 'not a pair of numbers']
  ])('are named by their path: %s', async (path, event, problem) => {
    expect(await post(sandbox, bodyWith(event))).toStrictEqual(refused(`data.0.${path}`, problem))
  })

  test('may have every known key: an item of contents', async () => {
    const item = { price: 1.5, quantity: 0, content_id: '1', content_category: 'c', content_name: 'n', brand: 'b' }
    expect(await post(sandbox, bodyWith(contents(item)))).toStrictEqual(ok())
  })
})

test('does not repeat a readable value', async () => {
  const { json } = await post(sandbox, bodyWith({ user: { email: 'ada@example.com', first_name: 'Ada' } }))
  expect(JSON.stringify(json)).not.toMatch(/ada/i)
})
