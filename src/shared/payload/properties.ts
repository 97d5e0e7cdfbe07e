import { omitEmpty } from '../omit-empty'
import { toNumber, toText, toTextList } from '../coerce'
import { buildContents, type ContentItem } from './contents'
import { buildTravelAndVehicleProperties } from './travel-and-vehicle'
import type { EventInput } from './event-input'

/**
 * What the event is about, for the Events API and for the Pixel alike. Nothing in it is empty.
 * Source: TikTok, "Events API 2.0: Properties".
 * @param payload the action's payload, validated or not
 * @param isWeb whether the event happened on a website: only there TikTok takes travel and vehicle properties
 * @param contentIdMode which of an item's ids is its content id; the mapped one without it
 * @returns undefined when nothing is known
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
    value: toNumber(payload.value) ?? sumOf(contents),
    ...(isWeb ? buildTravelAndVehicleProperties(payload) : undefined)
  })
}

/** The sum of price times quantity, where every item has a price. */
function sumOf(contents: ContentItem[] | undefined): number | undefined {
  const total = contents?.reduce((sum, { price = NaN, quantity = 1 }) => sum + price * quantity, 0)
  // 3 × 19.99 is 59.97, not 59.97000000000001.
  return toNumber(total?.toFixed(6))
}
