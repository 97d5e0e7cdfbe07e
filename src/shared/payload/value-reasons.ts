import { COERCE_REASONS, explainNumber } from '../coerce-reasons'
import type { Reason } from '../reason'
import type { ContentItem } from './contents'
import { areItemsOnlyShown, toValue } from './value'

/** Why the value of an event is calculated from its items, or is not. */
export const VALUE_REASONS = {
  sum: {
    reason: 'The event has no value, so the sum of price times quantity of its items is sent.',
    remedy: 'To send another amount, map it to Value.'
  },
  onlyShown: {
    reason: 'The event has no value, and items that were only shown are not added up.',
    remedy: 'To send an amount, map it to Value.'
  },
  noPrice: {
    reason: 'The event has no value, and its items cannot be added up, because one has no price.',
    remedy: 'Map the amount to Value, or give every item a price.'
  }
} satisfies Record<string, Reason>

/**
 * Why the mapped value is not sent; undefined if it is.
 * @param value the mapped value
 * @param contents the items that are sent
 * @param event the event's name at TikTok
 */
export function explainValue(value: unknown, contents: ContentItem[] | undefined, event?: string): Reason | undefined {
  const reason = explainNumber(value)
  if (reason !== COERCE_REASONS.missing || contents === undefined) return reason
  if (areItemsOnlyShown(event, contents)) return VALUE_REASONS.onlyShown
  return toValue(undefined, contents, event) === undefined ? VALUE_REASONS.noPrice : VALUE_REASONS.sum
}
