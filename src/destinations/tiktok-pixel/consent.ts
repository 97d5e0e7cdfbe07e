import { toText } from '../../shared/coerce'
import type { PixelSettings } from './types'

/** As much of an event as consent is about. */
export interface StampedEvent {
  context?: unknown
}

interface Stamp {
  consent?: { categoryPreferences?: Readonly<Record<string, unknown>> }
}

/** Is anything to wait for consent? The browser's settings are not validated: an unknown mode is none. */
export function asksConsent({ consentMode }: PixelSettings): boolean {
  return consentMode === 'strict' || consentMode === 'on'
}

/**
 * Are calls to wait here, and not in TikTok's queue? Also with a pixel of the page's own: it may be loaded at any time,
 * and nobody but the page could hold its queue before.
 */
export function waitsHere({ consentMode, useExistingPixel }: PixelSettings): boolean {
  return consentMode === 'strict' || (consentMode === 'on' && !!useExistingPixel)
}

/**
 * What an event says of the visitor's choice: Segment's consent wrapper stamps every event with it.
 * Source: Segment, "Consent in Segment Connections".
 */
export function choiceOf(event: StampedEvent, settings: PixelSettings): boolean | undefined {
  const preferences = asksConsent(settings)
    ? (event.context as Stamp | undefined)?.consent?.categoryPreferences
    : undefined
  const choice = preferences?.[toText(settings.consentCategory) ?? 'Advertising']
  return typeof choice === 'boolean' ? choice : undefined
}
