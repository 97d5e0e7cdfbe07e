import type { EventPayload } from '../fields/generated-types'
import { type Compact, omitEmpty } from '../omit-empty'
import { isRecord, list, number, text } from '../values'

type Item = NonNullable<EventPayload['contents']>[number]

/** One item as TikTok takes it. */
export type ContentItem = Compact<{
  price: number | undefined
  quantity: number | undefined
  content_id: string | undefined
  content_category: string | undefined
  content_name: string | undefined
  brand: string | undefined
}>

/** The ids that a content ID mode tries, in order, before the mapped `content_id`. */
const IDS_BY_MODE: ReadonlyMap<string, readonly (keyof Item)[]> = new Map<string, readonly (keyof Item)[]>([
  ['product_id', ['product_id']],
  ['variant_id', ['variant_id']],
  ['sku', ['sku']],
  ['variant_or_product', ['variant_id', 'product_id']]
])

/**
 * The items of an event. An item without anything is not sent, and the ids it carries for the mode never are.
 * @param contents the payload's field, validated or not
 * @param mode the setting: which id is the content id; the mapped one without it, and with one that there is not
 * @returns undefined when there are none
 */
export function buildContents(contents: unknown, mode?: string): ContentItem[] | undefined {
  const items: ContentItem[] = []
  for (const given of list(contents)) {
    const item = isRecord(given) ? toContentItem(given, mode) : undefined
    if (item !== undefined) items.push(item)
  }
  return items.length === 0 ? undefined : items
}

/** Written out, where a table of readers would do: most of what is read of an event is read here. */
function toContentItem(item: Partial<Record<keyof Item, unknown>>, mode: string | undefined) {
  return omitEmpty({
    price: number(item.price),
    quantity: number(item.quantity),
    content_id: contentIdOf(item, mode),
    content_category: text(item.content_category),
    content_name: text(item.content_name),
    brand: text(item.brand)
  })
}

function contentIdOf(item: Partial<Record<keyof Item, unknown>>, mode: string | undefined): string | undefined {
  const ids = mode === undefined ? undefined : IDS_BY_MODE.get(mode)
  const key = ids?.find((id) => text(item[id]) !== undefined)
  return text(item[key ?? 'content_id'])
}
