import type { EventPayload } from '../fields/generated-types'
import { type Compact, omitEmpty } from '../omit-empty'
import { distinct, isRecord, toArray, toNumber, toText } from '../coerce'

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
 * Builds the items of an event. An item without any property is not sent. The IDs that only the Content ID Mode reads
 * are never sent.
 * @param contents the payload's field, validated or not
 * @param mode the setting Content ID Mode: which ID of an item is its content ID. Default: the mapped one
 * @returns undefined when there are none
 */
export function buildContents(contents: unknown, mode?: string): ContentItem[] | undefined {
  return distinct(toArray(contents).map((item) => (isRecord(item) ? toContentItem(item, mode) : undefined)))
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

/** The ID that the mode names, or the mapped one if the item lacks it. `variant_or_product` names two. */
function toContentId(item: Readonly<Record<string, unknown>>, mode = ''): string | undefined {
  const chosen =
    mode === 'variant_or_product' ? (toText(item['variant_id']) ?? toText(item['product_id'])) : toText(item[mode])
  return chosen ?? toText(item['content_id'])
}
