import type { InputField } from '@segment/actions-core'
import { travelField } from '../../../src/shared/fields/travel'
import { vehicleField } from '../../../src/shared/fields/vehicle'
import { build } from '../../support/build'

const travel_fields = {
  city: 'Paris',
  region: 'Île-de-France',
  country: 'France',
  checkin_date: '2026-11-20',
  checkout_date: '2026-11-22',
  num_adults: 2,
  num_children: 0,
  num_infants: 1,
  suggested_hotels: ['h1', 'h2'],
  departing_departure_date: '2026-11-20',
  returning_departure_date: '2026-11-22',
  origin_airport: 'SFO',
  destination_airport: 'CDG',
  destination_ids: ['d1'],
  departing_arrival_date: '2026-11-21',
  returning_arrival_date: '2026-11-23',
  travel_class: 'eco',
  user_score: 0.5,
  preferred_num_stops: 0,
  travel_start: '2026-11-20',
  travel_end: '2026-11-23',
  suggested_destinations: ['d2']
}

const vehicle = {
  postal_code: '95110',
  make: 'Toyota',
  model: 'Camry',
  year: 2024,
  state_of_vehicle: 'Used',
  exterior_color: 'red',
  transmission: 'Automatic',
  body_style: 'Sedan',
  fuel_type: 'Hybrid',
  drivetrain: 'FOUR_WD',
  trim: 'XLE',
  vin: '1HGCM82633A004352',
  interior_color: 'black',
  condition_of_vehicle: 'Good',
  viewcontent_type: 'view',
  search_type: 'search',
  registration_type: 'registration'
}
const vehicle_fields = {
  ...vehicle,
  mileage_value: 0,
  mileage_unit: 'KM',
  preferred_price_range_min: 0,
  preferred_price_range_max: 30_000
}

test.each([
  { event_spec_type: 'travel_fields', field: travelField },
  { event_spec_type: 'vehicle_fields', field: vehicleField }
])('each property of $event_spec_type is read by the type of its field', ({ event_spec_type, field }) => {
  const fields = Object.entries<Partial<InputField>>(field.properties).filter(([key]) => !/^mileage|range/.test(key))
  const given = Object.fromEntries(fields.map(([key]) => [key, ' 7 ']))
  const read = fields.map(([key, { type, multiple }]) => [key, type !== 'string' ? 7 : multiple === true ? ['7'] : '7'])
  expect(build({ event_spec_type, [event_spec_type]: given }).properties).toStrictEqual(Object.fromEntries(read))
})

describe('travel', () => {
  test('sends all properties', () => {
    expect(build({ event_spec_type: 'travel_fields', travel_fields }).properties).toStrictEqual(travel_fields)
  })
  test('is sent together with the other properties of the event', () => {
    const payload = { value: 9, event_spec_type: 'travel_fields', travel_fields: { city: 'Paris' } }
    expect(build(payload).properties).toStrictEqual({ value: 9, city: 'Paris' })
  })
  test('is sent without blanks and values of the wrong type', () => {
    const fields = { city: ' ', region: null, num_adults: 'two', destination_ids: ['', 'd1'], suggested_hotels: [] }
    expect(build({ event_spec_type: 'travel_fields', travel_fields: fields }).properties).toStrictEqual({
      destination_ids: ['d1']
    })
  })
})

describe('vehicle', () => {
  const built = (fields: object) => build({ event_spec_type: 'vehicle_fields', vehicle_fields: fields }).properties

  test('sends all properties, with mileage and price range as pairs', () => {
    expect(built(vehicle_fields)).toStrictEqual({
      ...vehicle,
      mileage: { value: 0, unit: 'KM' },
      preferred_price_range: [0, 30_000]
    })
  })
  test('converts text to numbers in pairs', () => {
    const pairs = {
      mileage_value: '10',
      mileage_unit: 'KM',
      preferred_price_range_min: '1',
      preferred_price_range_max: '2.5'
    }
    expect(built(pairs)).toStrictEqual({ mileage: { value: 10, unit: 'KM' }, preferred_price_range: [1, 2.5] })
  })
  test.each([
    { mileage_value: 10 },
    { mileage_unit: 'KM' },
    { mileage_value: 10, mileage_unit: ' ' },
    { mileage_value: 'ten', mileage_unit: 'KM' },
    { preferred_price_range_min: 1 },
    { preferred_price_range_max: 1 },
    { preferred_price_range_min: null, preferred_price_range_max: 1 }
  ])('drops an incomplete pair: %j', (half) => {
    expect(built({ make: 'Toyota', ...half })).toStrictEqual({ make: 'Toyota' })
    expect(built(half)).toBeUndefined()
  })
})

describe('the properties of a block are sent only if event_spec_type chooses it', () => {
  test.each([{ event_spec_type: undefined }, { event_spec_type: 'vehicle_fields' }, { event_spec_type: 'other' }])(
    'travel with %j',
    (payload) => {
      expect(build({ travel_fields, ...payload }).properties).toBeUndefined()
    }
  )
  test.each([{ event_spec_type: undefined }, { event_spec_type: 'travel_fields' }])('vehicle with %j', (payload) => {
    expect(build({ vehicle_fields, ...payload }).properties).toBeUndefined()
  })
  test.each(['travel_fields', 'vehicle_fields'])('%s with web events only', (event_spec_type) => {
    const payload = { event_spec_type, travel_fields, vehicle_fields, lead_fields: { lead_id: 'l1' } }
    expect(build(payload, { source: 'crm' }).properties).toBeUndefined()
    expect(build(payload, { source: 'offline' }).properties).toBeUndefined()
  })
})
