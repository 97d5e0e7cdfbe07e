import { omitEmpty } from '../omit-empty'
import { isRecord, toNumber, toText, toTextList } from '../coerce'
import type { EventInput } from './event-input'

/** The numbers and the lists, by their names; everything else is text. A table costs a browser twice as much. */
const NUMBER = /num_|score|value|year|_min|_max/
const LIST = /ids|suggested/

/**
 * The properties of the industry that an event asks for with `event_spec_type`.
 * Source: TikTok, "Events API 2.0: Travel events", "Automotive events".
 */
export function buildTravelAndVehicleProperties(payload: EventInput): object | undefined {
  if (payload.event_spec_type === 'travel_fields') return readAll(payload.travel_fields)
  if (payload.event_spec_type === 'vehicle_fields') return pairUp(readAll(payload.vehicle_fields))
  return undefined
}

/** All there is, by its name. Which properties those are the fields of the action say, and the server's validation. */
function readAll(fields: unknown): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  if (isRecord(fields))
    for (const key in fields)
      read[key] = (NUMBER.test(key) ? toNumber : LIST.test(key) ? toTextList : toText)(fields[key])
  return omitEmpty(read) ?? {}
}

/** TikTok takes the mileage with its unit, and the price range with both its ends, or not at all. */
function pairUp(vehicle: Record<string, unknown>): object {
  const { mileage_value, mileage_unit, preferred_price_range_min, preferred_price_range_max, ...others } = vehicle
  return {
    ...others,
    mileage:
      mileage_value === undefined || mileage_unit === undefined
        ? undefined
        : { value: mileage_value, unit: mileage_unit },
    preferred_price_range:
      preferred_price_range_min === undefined || preferred_price_range_max === undefined
        ? undefined
        : [preferred_price_range_min, preferred_price_range_max]
  }
}
