import { isRecord } from '../shared/coerce'
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
 * Creates one subscription for each TikTok event name. It matches events of that name and has the mapping of the preset
 * for that name. If there is no such preset, it has the mapping of the purchase preset.
 * @param presets the presets; the first is the purchase preset
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

/** The name of an event, or its type if it has none. */
export function eventName(event: unknown): string {
  if (!isRecord(event)) return '(no event)'
  const { event: name, type } = event
  return typeof name === 'string' && name.trim() !== '' ? name : `(${String(type)})`
}
