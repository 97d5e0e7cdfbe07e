import { toEventName } from '../../shared/event-name'
import type { PixelSettings } from './pixel-settings'

/** The trigger for all page calls, with the white space that Segment's trigger language allows. */
const ALL_PAGE_CALLS = /^[ \t\n]*type[ \t\n]*=[ \t\n]*"page"[ \t\n]*$/

/**
 * Whether an enabled mapping reports `Pageview` for all page calls. If so, no page view is reported when the pixel loads
 * (see connection.ts), because only the mapping's events carry the event ID that deduplicates with the server.
 */
export function reportsAllPageCalls({ subscriptions }: PixelSettings): boolean | undefined {
  return subscriptions?.some(
    ({ enabled, partnerAction, subscribe, mapping }) =>
      enabled &&
      partnerAction === 'reportWebEvent' &&
      toEventName(mapping?.['event']) === 'Pageview' &&
      ALL_PAGE_CALLS.test(subscribe)
  )
}
