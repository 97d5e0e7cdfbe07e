import type { EventPayload } from '../fields/generated-types'
import { type Compact, omitEmpty } from '../omit-empty'
import { isRecord, toArray, toNumber, toText } from '../coerce'

type Item = NonNullable<EventPayload['contents']>[number]

/** An item in TikTok's format. */
export type ContentItem = Compact<{
  price: number | undefined
  quantity: number | undefined
  content_id: string | undefined
  content_category: string | undefined
  content_name: string | undefined
  brand: string | undefined
}>

/**
 * Builds the items of an event. An item with nothing to send is dropped. `product_id`, `variant_id` and `sku` are never
 * sent under their own names; the mode may send one as `content_id`.
 * @param contents the payload's field, validated or not
 * @param mode the setting Content ID Mode: which ID to send as `content_id`; default: the mapped Content ID
 * @returns undefined if no item is left
 */
export function buildContents(contents: unknown, mode?: string): ContentItem[] | undefined {
  const items = toArray(contents)
    .map((item) => (isRecord(item) ? toContentItem(item, mode) : undefined))
    .filter((item) => item !== undefined)
  return items.length > 0 ? items : undefined
}

function toContentItem(item: Partial<Record<keyof Item, unknown>>, mode: string | undefined): ContentItem | undefined {
  return omitEmpty({
    price: toNumber(item.price),
    quantity: toNumber(item.quantity),
    content_id: toContentId(item, mode),
    content_category: toText(item.content_category),
    content_name: toText(item.content_name),
    brand: toText(item.brand)
  })
}

/**
 * The ID that the mode selects, or else the mapped `content_id`. `variant_or_product` tries the variant ID, then the
 * product ID.
 */
function toContentId(item: Readonly<Record<string, unknown>>, mode: string | undefined): string | undefined {
  // A blank mode is the choice "As mapped".
  const selected = mode ? selectId(item, mode) : undefined
  return selected ?? toText(item['content_id'])
}

function selectId(item: Readonly<Record<string, unknown>>, mode: string): string | undefined {
  if (mode === 'variant_or_product') return toText(item['variant_id']) ?? toText(item['product_id'])
  return toText(item[mode])
}
