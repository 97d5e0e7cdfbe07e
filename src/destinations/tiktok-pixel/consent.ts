import { text } from '../../shared/values'
import type { PixelSettings } from './definition'

/** As much of an event as consent is about. */
export interface StampedEvent {
  context?: unknown
}

interface Stamp {
  consent?: { categoryPreferences?: Readonly<Record<string, unknown>> }
}

/** Lets calls through as the visitor has chosen. */
export interface Gate {
  /** Whether the visitor has consented, or need not; undefined as long as nobody knows. */
  choice: boolean | undefined
  /** How often consent was denied. */
  denials: number
  /** Takes notice of the visitor's choice, if the event is stamped with one. */
  heed: (event: StampedEvent) => void
  /** Makes a call now, keeps it until the visitor has chosen, or drops it. */
  pass: (call: () => void) => void
}

/** More than a page has before somebody answers its banner. */
const MOST_KEPT = 100

/** Is anything to wait for consent? The browser's settings are not validated: an unknown mode is none. */
export function asksConsent({ consentMode }: PixelSettings): boolean {
  return consentMode === 'on' || consentMode === 'strict'
}

/**
 * Are calls to wait here, and not in TikTok's queue? Also with a pixel of the page's own: it may be loaded at any time,
 * and nobody but the page could hold its queue before.
 */
export function waitsHere({ consentMode, useExistingPixel }: PixelSettings): boolean {
  return consentMode === 'strict' || (consentMode === 'on' && useExistingPixel === true)
}

/**
 * The gate before a pixel with these settings.
 * @param settings the destination's
 * @param onChoice told what the visitor has chosen, before what was kept is made
 */
export function createGate(settings: PixelSettings, onChoice: (choice: boolean) => void): Gate {
  const keeps = waitsHere(settings)
  let kept: (() => void)[] = []

  const gate: Gate = {
    choice: asksConsent(settings) ? undefined : true,
    denials: 0,
    heed(event) {
      const choice = asksConsent(settings) ? choiceOf(event, settings) : undefined
      if (choice === undefined || choice === gate.choice) return
      const calls = kept
      kept = []
      gate.choice = choice
      onChoice(choice)
      if (choice) for (const call of calls) call()
      else gate.denials++
    },
    pass(call) {
      if (gate.choice === undefined && keeps) {
        if (kept.length < MOST_KEPT) kept.push(call)
      } else if (gate.choice !== false) call()
    }
  }
  return gate
}

/**
 * What an event says of the visitor's choice: Segment's consent wrapper stamps every event with it.
 * Source: Segment, "Consent in Segment Connections".
 */
function choiceOf({ context }: StampedEvent, { consentCategory }: PixelSettings): boolean | undefined {
  const preferences = (context as Stamp | undefined)?.consent?.categoryPreferences
  const choice = preferences?.[text(consentCategory) ?? 'Advertising']
  return typeof choice === 'boolean' ? choice : undefined
}
