import type { EventPayload } from '../fields/generated-types'
import { isRecord, list, number, text } from '../values'
import { convert, type Converted, type Readers } from './convert'

type Item = NonNullable<EventPayload['contents']>[number]

const readers = {
  price: number,
  quantity: number,
  content_id: text,
  content_category: text,
  content_name: text,
  brand: text
} satisfies Partial<Readers<keyof Item>>

/** One item as TikTok takes it. */
export type ContentItem = Converted<typeof readers>

/** Which of an item's ids is its content id. */
export type ContentIdMode = 'product_id' | 'variant_id' | 'sku' | 'variant_or_product'

/** The ids that a content ID mode tries, in order, before the mapped `content_id`. */
const IDS_BY_MODE: ReadonlyMap<string, readonly (keyof Item)[]> = new Map<ContentIdMode, readonly (keyof Item)[]>([
  ['product_id', ['product_id']],
  ['variant_id', ['variant_id']],
  ['sku', ['sku']],
  ['variant_or_product', ['variant_id', 'product_id']]
])

/**
 * The items of an event. An item without anything is not sent, and the ids it carries for the mode never are.
 * @param contents the payload's field, validated or not
 * @param mode which id is the content id; the mapped one without it
 * @returns undefined when there are none
 */
export function buildContents(contents: unknown, mode?: ContentIdMode): ContentItem[] | undefined {
  const items = list(contents).flatMap((item) => convert(withContentId(item, mode), readers) ?? [])
  return items.length === 0 ? undefined : items
}

function withContentId(item: unknown, mode: ContentIdMode | undefined): unknown {
  if (mode === undefined || !isRecord(item)) return item
  // The browser's settings are not validated: an unknown mode is none.
  const key = IDS_BY_MODE.get(mode)?.find((id) => text(item[id]) !== undefined)
  return key === undefined ? item : { ...item, content_id: item[key] }
}
