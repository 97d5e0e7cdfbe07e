import { isRecord } from '../shared/coerce'
import type { Subscription } from '../runtime'

/**
 * The names of TikTok's own events, today's and those it still takes. Source: TikTok, "Supported Web Events", "Supported
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
 * Subscriptions that take events under TikTok's own names and send them under these, each with the mapping of its preset;
 * a name without a preset has that of a purchase.
 * @param presets the presets, the purchase's first
 */
export function subscriptionsByTikTokName(presets: readonly Subscription[]): Subscription[] {
  const [purchase] = presets
  if (purchase === undefined) return []
  return TIKTOK_EVENTS.map((event) => {
    const { partnerAction, mapping } = presets.find((preset) => preset.mapping['event'] === event) ?? purchase
    return {
      name: event,
      subscribe: `type = "track" and event = "${event}"`,
      partnerAction,
      mapping: { ...mapping, event }
    }
  })
}

/** What an event is called: its own name, or its type. */
export function eventName(event: unknown): string {
  if (!isRecord(event)) return '(no event)'
  const { event: name, type } = event
  return typeof name === 'string' && name.trim() !== '' ? name : `(${String(type)})`
}
