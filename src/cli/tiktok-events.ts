import { isRecord } from '../shared/coerce'
import { toEventName } from '../shared/event-name'
import type { Subscription } from '../runtime'

/**
 * The names of TikTok's standard events, current and former. Source: TikTok, "Supported Web Events", "Supported
 * Offline Events".
 */
const TIKTOK_EVENTS = [
  'AddPaymentInfo',
  'AddToCart',
  'AddToWishlist',
  'ApplicationApproval',
  'Browse',
  'Checkout',
  'ClickButton',
  'CompletePayment',
  'CompleteRegistration',
  'Contact',
  'CustomizeProduct',
  'Download',
  'FindLocation',
  'InitiateCheckout',
  'Lead',
  // Events have either spelling. Both are sent as `Pageview` (see event-name.ts).
  'PageView',
  'Pageview',
  'PlaceAnOrder',
  'Purchase',
  'Registration',
  'Schedule',
  'Search',
  'StartCheckout',
  'StartTrial',
  'SubmitApplication',
  'SubmitForm',
  'Subscribe',
  'ViewContent'
]

/**
 * Creates one subscription for each TikTok event name. Each matches its name and maps it to `event`. The rest of its
 * mapping is that of the preset that sends the event or, if no preset sends it, that of the purchase preset. Returns an
 * empty array if there are no presets.
 * @param presets the destination's presets, in the order of preset-table.ts
 */
export function subscriptionsByTikTokName(presets: readonly Subscription[]): Subscription[] {
  // preset-table.ts lists the purchase preset first.
  const [purchase] = presets
  if (purchase === undefined) return []
  return TIKTOK_EVENTS.map((tiktokEvent) => {
    const sentEvent = toEventName(tiktokEvent)
    const { partnerAction, mapping } = presets.find((preset) => preset.mapping['event'] === sentEvent) ?? purchase
    return {
      name: tiktokEvent,
      subscribe: `type = "track" and event = "${tiktokEvent}"`,
      partnerAction,
      mapping: { ...mapping, event: tiktokEvent }
    }
  })
}

/** The name of an event. Without a name, its type in parentheses, e.g. `(page)`. */
export function eventName(event: unknown): string {
  if (!isRecord(event)) return '(no event)'
  const { event: name, type } = event
  return typeof name === 'string' && name.trim() !== '' ? name : `(${String(type)})`
}
