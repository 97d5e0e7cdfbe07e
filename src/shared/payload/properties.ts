import { toNumber, toText, toTextList } from '../coerce'
import { omitEmpty } from '../omit-empty'
import { buildContents } from './contents'
import type { EventInput } from './event-input'
import { toEventName } from '../event-name'
import { buildTravelAndVehicleProperties } from './travel-and-vehicle'
import { toValue } from './value'

/**
 * Builds the properties of an event, for the Events API and for the Pixel. Empty properties are left out.
 * Source: TikTok, "Events API 2.0: Properties".
 * @param payload the action's payload, validated or not
 * @param isWeb whether the event is a web event: TikTok accepts travel and vehicle properties only with web events
 * @param contentIdMode the setting Content ID Mode: which ID of an item is its content ID. Default: the mapped one
 * @returns undefined when nothing is left
 */
export function buildProperties(payload: EventInput, isWeb: boolean, contentIdMode?: string): object | undefined {
  const contents = buildContents(payload.contents, contentIdMode)
  const content_ids = toTextList(payload.content_ids)
  return omitEmpty({
    contents,
    content_ids,
    content_type: (contents ?? content_ids) && toText(payload.content_type),
    currency: toText(payload.currency)?.toUpperCase(),
    num_items: toNumber(payload.num_items),
    query: toText(payload.query),
    search_string: toText(payload.search_string),
    description: toText(payload.description),
    order_id: toText(payload.order_id),
    shop_id: toText(payload.shop_id),
    delivery_category: toText(payload.delivery_category),
    predicted_ltv: toNumber(payload.predicted_ltv),
    value: toValue(payload.value, contents, toEventName(payload.event)),
    ...(isWeb ? buildTravelAndVehicleProperties(payload) : undefined)
  })
}
