import { toText } from '../../shared/coerce'
import type { AnalyticsEvent } from './analytics-types'
import type { PixelSettings } from './pixel-settings'

/** The visitor's choice; `pending` until it is known. */
export type Consent = 'pending' | 'granted' | 'denied'

/**
 * Whether the Pixel waits for consent. Settings are not validated in a browser; an unknown mode counts as off.
 */
export function usesConsent({ consentMode }: PixelSettings): boolean {
  return consentMode === 'strict' || consentMode === 'on'
}

/**
 * Whether events wait for consent in memory, rather than in TikTok's own queue. If the page loads the pixel itself,
 * events wait in memory in both modes, because only the page could call `holdConsent` before the pixel loads.
 */
export function holdsEvents({ consentMode, useExistingPixel }: PixelSettings): boolean {
  return consentMode === 'strict' || (consentMode === 'on' && Boolean(useExistingPixel))
}

/**
 * The choice that one event carries. Segment's consent wrapper adds it to every event. It is always `granted` if the
 * Pixel does not wait for consent.
 * Source: Segment, "Consent in Segment Connections".
 */
export function consentOf({ context }: AnalyticsEvent, settings: PixelSettings): Consent {
  if (!usesConsent(settings)) return 'granted'
  const choice = context?.consent?.categoryPreferences?.[toText(settings.consentCategory) ?? 'Advertising']
  return choice === true ? 'granted' : choice === false ? 'denied' : 'pending'
}
