import type { JSONObject } from '@segment/actions-core'
import destination from '../../../src/destinations/tiktok-conversions'
import type { Settings } from '../../../src/destinations/tiktok-conversions/generated-types'
import { expectAllFields, requestOf } from '../../support/request-of'

const actionSlug = 'reportWebEvent'
const settings: Settings = {
  accessToken: 'test-token',
  pixelCode: 'TEST_PIXEL',
  crmEventSetId: 'TEST_CRM',
  defaultPhoneCountry: 'US',
  contentIdMode: 'variant_or_product'
}

/** A value for every field. */
const allFields: JSONObject = {
  event_source: 'web',
  event_spec_type: 'vehicle_fields',
  event: 'CompletePayment',
  event_id: 'message-1',
  timestamp: '2026-11-19T12:00:00.000Z',
  phone_number: ['(415) 555-2671', '+49 151 12345678'],
  email: ['Ann@Example.com'],
  first_name: 'Ann',
  last_name: 'Lee',
  address: { city: 'San Francisco', country: 'United States', zip_code: '94103-1234', state: 'CA' },
  order_id: 'order-1',
  shop_id: 'shop-1',
  external_id: ['user-1'],
  ttclid: 'click-1',
  ttp: 'cookie-1',
  locale: 'en-US',
  url: 'https://shop.example/done',
  referrer: 'https://shop.example/cart',
  ip: '8.8.8.8',
  user_agent: 'Mozilla/5.0',
  contents: [
    {
      price: 19.99,
      quantity: 3,
      content_category: 'Shoes',
      content_id: 'id-1',
      content_name: 'Shoe',
      brand: 'Acme',
      product_id: 'product-1',
      variant_id: 'variant-1',
      sku: 'sku-1'
    }
  ],
  content_ids: ['id-1'],
  num_items: 3,
  content_type: 'product',
  currency: 'USD',
  value: 59.97,
  description: 'Shoes',
  query: 'shoes',
  limited_data_use: true,
  test_event_code: 'TEST1',
  delivery_category: 'home_delivery',
  predicted_ltv: 250,
  search_string: 'red shoes',
  lead_fields: { lead_id: 'lead-1', lead_event_source: 'HubSpot' },
  vehicle_fields: {
    postal_code: '94103',
    make: 'Toyota',
    model: 'Camry',
    year: 2024,
    state_of_vehicle: 'Used',
    mileage_value: 12000,
    mileage_unit: 'MI',
    exterior_color: 'red',
    transmission: 'Automatic',
    body_style: 'Sedan',
    fuel_type: 'Hybrid',
    drivetrain: 'FWD',
    preferred_price_range_min: 10000,
    preferred_price_range_max: 30000,
    trim: 'XLE',
    vin: '1HGCM82633A004352',
    interior_color: 'black',
    condition_of_vehicle: 'Good',
    viewcontent_type: 'landing',
    search_type: 'search',
    registration_type: 'registration'
  },
  travel_fields: {
    city: 'Paris',
    region: 'Île-de-France',
    country: 'France',
    checkin_date: '2026-11-20',
    checkout_date: '2026-11-22',
    num_adults: 2,
    num_children: 0,
    num_infants: 1,
    suggested_hotels: ['hotel-1'],
    departing_departure_date: '2026-11-20',
    returning_departure_date: '2026-11-22',
    origin_airport: 'SFO',
    destination_airport: 'CDG',
    destination_ids: ['destination-1'],
    departing_arrival_date: '2026-11-21',
    returning_arrival_date: '2026-11-23',
    travel_class: 'eco',
    user_score: 0.5,
    preferred_num_stops: 0,
    travel_start: '2026-11-20',
    travel_end: '2026-11-23',
    suggested_destinations: ['destination-2']
  },
  enable_batching: true,
  batch_size: 1000
}

afterEach(() => {
  jest.restoreAllMocks()
})

test('the data have a value for every field', () => {
  expectAllFields(destination, actionSlug, allFields)
})

test(`${actionSlug}: all fields`, async () => {
  expect(await requestOf(destination, actionSlug, settings, allFields)).toMatchSnapshot()
})

test(`${actionSlug}: all fields of travel`, async () => {
  expect(
    await requestOf(destination, actionSlug, settings, { ...allFields, event_spec_type: 'travel_fields' })
  ).toMatchSnapshot()
})

test(`${actionSlug}: all fields of the CRM`, async () => {
  expect(await requestOf(destination, actionSlug, settings, { ...allFields, event_source: 'crm' })).toMatchSnapshot()
})

test(`${actionSlug}: required fields`, async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 20, 12))
  expect(await requestOf(destination, actionSlug, settings, { event: 'CompletePayment' })).toMatchSnapshot()
})
