import { toNumber } from '../coerce'
import type { ContentItem } from './contents'

/**
 * The value of an event: the mapped value, even 0, or else the sum of the items, unless they were only shown.
 * @param value the mapped value
 * @param contents the event's items
 * @param event the event's name at TikTok
 */
export function toValue(value: unknown, contents: ContentItem[] | undefined, event?: string): number | undefined {
  return toNumber(value) ?? (areItemsOnlyShown(event, contents) ? undefined : sumOf(contents))
}

/**
 * Whether the items were only shown to the visitor, as in a list. Their sum is not a value, but the sum of a single
 * viewed item is.
 */
export function areItemsOnlyShown(event: string | undefined, contents: ContentItem[] | undefined): boolean {
  return event === 'Pageview' || event === 'Search' || (event === 'ViewContent' && contents?.length !== 1)
}

/** The sum of price times quantity; undefined without items or if one has no price. A missing quantity counts as 1. */
function sumOf(contents: ContentItem[] | undefined): number | undefined {
  const total = contents?.reduce((sum, { price = NaN, quantity = 1 }) => sum + price * quantity, 0)
  // Six decimals: 3 × 19.99 is 59.97, not 59.97000000000001.
  return toNumber(total?.toFixed(6))
}
