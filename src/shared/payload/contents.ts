import type { EventPayload } from '../fields/generated-types'
import { type Compact, omitEmpty } from '../omit-empty'
import { distinct, isRecord, toArray, toNumber, toText } from '../coerce'

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

/**
 * The items of an event. An item without anything is not sent, and the ids it carries for the mode never are.
 * @param contents the payload's field, validated or not
 * @param mode one of the setting's choices: which id is the content id. Without it the mapped one is
 * @returns undefined when there are none
 */
export function buildContents(contents: unknown, mode?: string): ContentItem[] | undefined {
  return distinct(toArray(contents).map((item) => (isRecord(item) ? toContentItem(item, mode) : undefined)))
}

/** Written out, where a table of readers would do: most of what is read of an event is read here. */
function toContentItem(item: Partial<Record<keyof Item, unknown>>, mode: string | undefined) {
  return omitEmpty({
    price: toNumber(item.price),
    quantity: toNumber(item.quantity),
    content_id: contentIdOf(item, mode),
    content_category: toText(item.content_category),
    content_name: toText(item.content_name),
    brand: toText(item.brand)
  })
}

/** A mode is the name of the id that it wants, but for one that wants the first of two. */
function contentIdOf(item: Readonly<Record<string, unknown>>, mode = ''): string | undefined {
  const chosen =
    mode === 'variant_or_product' ? (toText(item['variant_id']) ?? toText(item['product_id'])) : toText(item[mode])
  return chosen ?? toText(item['content_id'])
}
