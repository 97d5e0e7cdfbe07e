import type { PixelSettings } from './definition'

/**
 * Does a mapping report `Pageview` for page calls? That one carries the event id that deduplicates with the server, so
 * the pixel must not report a page view of its own.
 */
export function reportsPageCalls({ subscriptions }: PixelSettings): boolean | undefined {
  return subscriptions?.some(
    ({ enabled, partnerAction, subscribe, mapping }) =>
      enabled &&
      partnerAction === 'reportWebEvent' &&
      mapping['event'] === 'Pageview' &&
      /type\s*=\s*["']page["']/.test(subscribe)
  )
}
