import { isRecord, toNumber, toText, toTextList } from '../coerce'
import type { EventPayload } from '../fields/generated-types'
import { omitEmpty } from '../omit-empty'
import type { EventInput } from './event-input'

type Property = keyof NonNullable<EventPayload['travel_fields']> | keyof NonNullable<EventPayload['vehicle_fields']>
type Reader = (value: unknown) => unknown

/** The readers of the properties that are not text. */
const READERS: ReadonlyMap<string, Reader> = new Map<Property, Reader>([
  ['num_adults', toNumber],
  ['num_children', toNumber],
  ['num_infants', toNumber],
  ['user_score', toNumber],
  ['preferred_num_stops', toNumber],
  ['suggested_hotels', toTextList],
  ['suggested_destinations', toTextList],
  ['destination_ids', toTextList],
  ['year', toNumber],
  ['mileage_value', toNumber],
  ['preferred_price_range_min', toNumber],
  ['preferred_price_range_max', toNumber]
])

/**
 * Builds the travel or vehicle properties of an event, as selected by `event_spec_type`.
 * Source: TikTok, "Events API 2.0: Travel events", "Automotive events".
 */
export function buildTravelAndVehicleProperties(payload: EventInput): object | undefined {
  if (payload.event_spec_type === 'travel_fields') return read(payload.travel_fields)
  if (payload.event_spec_type === 'vehicle_fields') return joinPairs(read(payload.vehicle_fields))
  return undefined
}

/**
 * Reads every property of the block. In a browser these can be any properties, because nothing validates the payload
 * there. Blank properties are left out: a blank `value`, for example, would overwrite the value of the event.
 */
function read(block: unknown): Readonly<Record<string, unknown>> {
  const given = isRecord(block) ? Object.entries(block) : []
  return omitEmpty(Object.fromEntries(given.map(([key, value]) => [key, (READERS.get(key) ?? toText)(value)]))) ?? {}
}

/** Joins the mileage with its unit, and the two ends of the price range. TikTok does not accept half of a pair. */
function joinPairs(vehicle: Readonly<Record<string, unknown>>): object {
  const {
    mileage_value: value,
    mileage_unit: unit,
    preferred_price_range_min: min,
    preferred_price_range_max: max,
    ...others
  } = vehicle
  return {
    ...others,
    mileage: value === undefined || unit === undefined ? undefined : { value, unit },
    preferred_price_range: min === undefined || max === undefined ? undefined : [min, max]
  }
}
