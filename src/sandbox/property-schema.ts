import * as v from 'valibot'
import { list, number, optionalNumber, optionalText, optionalTexts, shape, text } from './schema-parts'

const item = shape({
  price: optionalNumber,
  quantity: optionalNumber,
  content_id: optionalText,
  content_category: optionalText,
  content_name: optionalText,
  brand: optionalText
})

const travelEntries = {
  city: optionalText,
  region: optionalText,
  country: optionalText,
  checkin_date: optionalText,
  checkout_date: optionalText,
  num_adults: optionalNumber,
  num_children: optionalNumber,
  num_infants: optionalNumber,
  suggested_hotels: optionalTexts,
  departing_departure_date: optionalText,
  returning_departure_date: optionalText,
  origin_airport: optionalText,
  destination_airport: optionalText,
  destination_ids: optionalTexts,
  departing_arrival_date: optionalText,
  returning_arrival_date: optionalText,
  travel_class: optionalText,
  user_score: optionalNumber,
  preferred_num_stops: optionalNumber,
  travel_start: optionalText,
  travel_end: optionalText,
  suggested_destinations: optionalTexts
}

const vehicleEntries = {
  postal_code: optionalText,
  make: optionalText,
  model: optionalText,
  year: optionalNumber,
  state_of_vehicle: optionalText,
  mileage: v.exactOptional(shape({ value: number, unit: text })),
  exterior_color: optionalText,
  transmission: optionalText,
  body_style: optionalText,
  fuel_type: optionalText,
  drivetrain: optionalText,
  preferred_price_range: v.exactOptional(v.pipe(list(number), v.length(2, 'not a pair of numbers'))),
  trim: optionalText,
  vin: optionalText,
  interior_color: optionalText,
  condition_of_vehicle: optionalText,
  viewcontent_type: optionalText,
  search_type: optionalText,
  registration_type: optionalText
}

/** An event's `properties`. */
export const properties = shape({
  value: optionalNumber,
  currency: optionalText,
  contents: v.exactOptional(list(item)),
  content_ids: optionalTexts,
  content_type: optionalText,
  num_items: optionalNumber,
  query: optionalText,
  search_string: optionalText,
  description: optionalText,
  order_id: optionalText,
  shop_id: optionalText,
  delivery_category: optionalText,
  predicted_ltv: optionalNumber,
  ...travelEntries,
  ...vehicleEntries
})
