import { toNumber } from '../coerce'
import type { ContentItem } from './contents'

/**
 * The value of an event: the mapped one, 0 included, or else the sum of its items. Items that were merely shown have no
 * sum: there is none for `Pageview` and `Search`, and for `ViewContent` only with a single item.
 * @param value the mapped value
 * @param contents the event's items
 * @param event the event's name at TikTok
 */
export function toValue(value: unknown, contents: ContentItem[] | undefined, event?: string): number | undefined {
  const isShown = event === 'Pageview' || event === 'Search' || (event === 'ViewContent' && contents?.length !== 1)
  return toNumber(value) ?? (isShown ? undefined : sumOf(contents))
}

/** The sum of price times quantity if every item has a price. */
function sumOf(contents: ContentItem[] | undefined): number | undefined {
  const total = contents?.reduce((sum, { price = NaN, quantity = 1 }) => sum + price * quantity, 0)
  // Six decimals: 3 × 19.99 is 59.97, not 59.97000000000001.
  return toNumber(total?.toFixed(6))
}
