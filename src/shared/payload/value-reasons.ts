import { COERCE_REASONS, explainNumber } from '../coerce-reasons'
import type { Reason } from '../reason'
import type { ContentItem } from './contents'
import { isListShown, toValue } from './value'

/** Why an event without a mapped value is sent with or without a value. */
export const VALUE_REASONS = {
  sum: {
    reason: 'The event has no value, so the sum of price times quantity of its items is sent.',
    remedy: 'To send another amount, map it to Value.'
  },
  listShown: {
    reason: 'The event has no value, and items that were merely shown are not added up.',
    remedy: 'To send an amount, map it to Value.'
  },
  noPrice: {
    reason: 'The event has no value, and an item without a price cannot be added up.',
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
  if (isListShown(event, contents)) return VALUE_REASONS.listShown
  return toValue(undefined, contents, event) === undefined ? VALUE_REASONS.noPrice : VALUE_REASONS.sum
}
