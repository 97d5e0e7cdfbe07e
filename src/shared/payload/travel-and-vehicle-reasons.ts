import { isRecord } from '../coerce'
import type { Reason } from '../reason'
import type { EventInput } from './event-input'
import { buildTravelAndVehicleProperties } from './travel-and-vehicle'

/** Why travel and vehicle properties are dropped. */
export const TRAVEL_AND_VEHICLE_REASONS = {
  notWeb: {
    reason: 'TikTok accepts travel and vehicle properties only with web events.',
    remedy: 'No action is needed. To send them, set Event Source to Website.'
  },
  notSelected: {
    reason: 'Additional Fields (event_spec_type) does not select these properties.',
    remedy: 'Set Additional Fields to Travel or Vehicle.'
  },
  noPair: {
    reason:
      'TikTok accepts the mileage only together with its unit, and the lowest preferred price only together with the highest.',
    remedy: 'Map both.'
  }
} satisfies Record<string, Reason>

/**
 * Why a whole block is dropped; undefined if it is sent.
 * @param block the block's field key
 * @param payload the payload
 * @param isWeb whether the event is a web event
 */
export function explainBlock(
  block: 'travel_fields' | 'vehicle_fields',
  payload: EventInput,
  isWeb: boolean
): Reason | undefined {
  if (!isWeb) return TRAVEL_AND_VEHICLE_REASONS.notWeb
  return payload.event_spec_type === block ? undefined : TRAVEL_AND_VEHICLE_REASONS.notSelected
}

/** The properties that are sent only in pairs, and the TikTok property that holds each pair. */
const PAIRS: Readonly<Record<string, string>> = {
  mileage_value: 'mileage',
  mileage_unit: 'mileage',
  preferred_price_range_min: 'preferred_price_range',
  preferred_price_range_max: 'preferred_price_range'
}

/**
 * Why a usable vehicle property is dropped; undefined if it is sent.
 * @param key the property's key
 * @param payload the payload, whose block is not dropped
 */
export function explainPair(key: string, payload: EventInput): Reason | undefined {
  const pair = PAIRS[key]
  if (pair === undefined) return undefined
  const built = buildTravelAndVehicleProperties(payload)
  return isRecord(built) && built[pair] !== undefined ? undefined : TRAVEL_AND_VEHICLE_REASONS.noPair
}
