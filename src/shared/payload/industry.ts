import type { EventPayload } from '../fields/generated-types'
import { omitEmpty } from '../omit-empty'
import { number, text, texts } from '../values'
import { convert, type Readers } from './convert'
import type { EventInput } from './input'

const travel = {
  city: text,
  region: text,
  country: text,
  checkin_date: text,
  checkout_date: text,
  num_adults: number,
  num_children: number,
  num_infants: number,
  suggested_hotels: texts,
  departing_departure_date: text,
  returning_departure_date: text,
  origin_airport: text,
  destination_airport: text,
  destination_ids: texts,
  departing_arrival_date: text,
  returning_arrival_date: text,
  travel_class: text,
  user_score: number,
  preferred_num_stops: number,
  travel_start: text,
  travel_end: text,
  suggested_destinations: texts
} satisfies Readers<keyof NonNullable<EventPayload['travel_fields']>>

const vehicle = {
  postal_code: text,
  make: text,
  model: text,
  year: number,
  state_of_vehicle: text,
  mileage_value: number,
  mileage_unit: text,
  exterior_color: text,
  transmission: text,
  body_style: text,
  fuel_type: text,
  drivetrain: text,
  preferred_price_range_min: number,
  preferred_price_range_max: number,
  trim: text,
  vin: text,
  interior_color: text,
  condition_of_vehicle: text,
  viewcontent_type: text,
  search_type: text,
  registration_type: text
} satisfies Readers<keyof NonNullable<EventPayload['vehicle_fields']>>

/**
 * The properties of the industry that an event asks for with `event_spec_type`.
 * Source: TikTok, "Events API 2.0: Travel events", "Automotive events".
 */
export function buildIndustryProperties(payload: EventInput): object | undefined {
  if (payload.event_spec_type === 'travel_fields') return convert(payload.travel_fields, travel)
  if (payload.event_spec_type === 'vehicle_fields') return buildVehicle(payload.vehicle_fields)
  return undefined
}

/** TikTok takes the mileage with its unit, and the price range with both its ends, or not at all. */
function buildVehicle(fields: EventInput['vehicle_fields']): object | undefined {
  const { mileage_value, mileage_unit, preferred_price_range_min, preferred_price_range_max, ...others } =
    convert(fields, vehicle) ?? {}
  return omitEmpty({
    ...others,
    mileage:
      mileage_value === undefined || mileage_unit === undefined
        ? undefined
        : { value: mileage_value, unit: mileage_unit },
    preferred_price_range:
      preferred_price_range_min === undefined || preferred_price_range_max === undefined
        ? undefined
        : [preferred_price_range_min, preferred_price_range_max]
  })
}
