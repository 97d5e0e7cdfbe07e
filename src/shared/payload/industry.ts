import type { EventPayload } from '../fields/generated-types'
import { omitEmpty } from '../omit-empty'
import { isRecord, number, text, texts } from '../values'
import { convert, type Readers } from './convert'
import type { EventInput } from './input'

type Industry = NonNullable<EventPayload['travel_fields']> & NonNullable<EventPayload['vehicle_fields']>
type NotText = { [K in keyof Industry]-?: NonNullable<Industry[K]> extends string ? never : K }[keyof Industry]

/** All the others are text: named here, they would cost a browser more than this whole file. */
const NOT_TEXT = {
  num_adults: number,
  num_children: number,
  num_infants: number,
  suggested_hotels: texts,
  destination_ids: texts,
  user_score: number,
  preferred_num_stops: number,
  suggested_destinations: texts,
  year: number,
  mileage_value: number,
  preferred_price_range_min: number,
  preferred_price_range_max: number
} satisfies Readers<NotText>

/**
 * The properties of the industry that an event asks for with `event_spec_type`.
 * Source: TikTok, "Events API 2.0: Travel events", "Automotive events".
 */
export function buildIndustryProperties(payload: EventInput): object | undefined {
  if (payload.event_spec_type === 'travel_fields') return readAll(payload.travel_fields)
  if (payload.event_spec_type === 'vehicle_fields') return pairUp(readAll(payload.vehicle_fields))
  return undefined
}

/** Which properties there are, the fields of the action say: neither validation nor a saved mapping lets others pass. */
function readAll(fields: unknown): Record<string, unknown> | undefined {
  if (!isRecord(fields)) return undefined
  const asText = Object.keys(fields).map((key) => [key, text] as const)
  return convert(fields, { ...Object.fromEntries(asText), ...NOT_TEXT })
}

/** TikTok takes the mileage with its unit, and the price range with both its ends, or not at all. */
function pairUp(vehicle: Record<string, unknown> = {}): object | undefined {
  const { mileage_value, mileage_unit, preferred_price_range_min, preferred_price_range_max, ...others } = vehicle
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
