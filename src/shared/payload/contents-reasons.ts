import { isRecord, toText } from '../coerce'
import type { Reason } from '../reason'
import { buildContents } from './contents'

/** Why an item is dropped, and what the Content ID Mode does with its content ID. */
export const CONTENTS_REASONS = {
  notAnItem: {
    reason: 'The item is not an object.',
    remedy: 'Map a list of objects.'
  },
  emptyItem: {
    reason: 'The item has no property that TikTok accepts.',
    remedy: 'Map at least its Content ID.'
  },
  replacedByMode: {
    reason: 'The setting Content ID Mode sends another ID of the item as its Content ID.',
    remedy: 'No action is needed if the catalog has that ID.'
  },
  missingForMode: {
    reason:
      'The item lacks the ID that the setting Content ID Mode selects, so its mapped Content ID is sent, if it has one.',
    remedy: 'Map Product ID, Variant ID and SKU in Contents.'
  }
} satisfies Record<string, Reason>

/** Why a content type is dropped. */
export const CONTENT_TYPE_REASONS = {
  noContents: {
    reason: 'The event has neither Contents nor Content IDs, and TikTok accepts a content type only with one of them.',
    remedy: 'Map Contents or Content IDs.'
  }
} satisfies Record<string, Reason>

/** Why an item is dropped; undefined if it is sent. */
export function explainItem(item: unknown, mode?: string): Reason | undefined {
  if (!isRecord(item)) return CONTENTS_REASONS.notAnItem
  return buildContents(item, mode) === undefined ? CONTENTS_REASONS.emptyItem : undefined
}

/**
 * Why an item's mapped content ID is replaced, or is sent although the mode selects another; undefined if neither.
 * @param item the mapped item
 * @param mode the setting Content ID Mode
 */
export function explainContentId(item: Readonly<Record<string, unknown>>, mode?: string): Reason | undefined {
  const mapped = toText(item['content_id'])
  const sent = buildContents(item, mode)?.[0]?.content_id
  if (sent !== mapped) return CONTENTS_REASONS.replacedByMode
  const idForMode = buildContents({ ...item, content_id: undefined }, mode)?.[0]?.content_id
  return mode && idForMode === undefined ? CONTENTS_REASONS.missingForMode : undefined
}
