import type { PixelSettings } from './types'

/**
 * Does a mapping report `Pageview` for page calls? That one carries the event id that deduplicates with the server, so
 * the pixel must not report a page view of its own.
 */
export function reportsPageCalls(settings: PixelSettings): boolean | undefined {
  return settings.subscriptions?.some(
    (one) =>
      one.enabled &&
      one.partnerAction === 'reportWebEvent' &&
      one.mapping['event'] === 'Pageview' &&
      /\btype\s*=\s*["']page["']/.test(one.subscribe)
  )
}
