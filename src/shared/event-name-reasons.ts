import { toText } from './coerce'
import { toEventName } from './event-name'
import type { Reason } from './reason'

/** Why an event's name is refused or changed. */
export const EVENT_NAME_REASONS = {
  blank: {
    reason: 'Event Name (event) is blank.',
    remedy: 'Map a name, e.g. CompletePayment.'
  },
  renamed: {
    reason: 'TikTok spells the event Pageview and deduplicates by name.',
    remedy: 'No action is needed: PageView is sent as Pageview.'
  }
} satisfies Record<string, Reason>

/** Why an event's name is refused or changed; undefined if it is neither. */
export function explainEventName(value: unknown): Reason | undefined {
  const name = toEventName(value)
  if (name === undefined) return EVENT_NAME_REASONS.blank
  return name === toText(value) ? undefined : EVENT_NAME_REASONS.renamed
}
