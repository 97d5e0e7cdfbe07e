import type { AnalyticsEvent } from './analytics-types'
import type { Click } from './click'
import type { PixelConnection } from './connection'
import { type Consent, consentOf, holdsEvents } from './consent'
import type { PixelSettings } from './pixel-settings'
import type { PixelUser } from './pixel-user'
import type { Pixel } from './ttq-types'

/** One event for the pixel: the person, the arguments of `track`, or both. */
export interface PixelEvent {
  user?: PixelUser | undefined
  track?: Parameters<Pixel['track']>
}

/** The client through which the actions report events. */
export interface PixelClient {
  /**
   * Remembers the choice that the event carries, if it carries one. A new choice is also applied to the pixel, and the
   * held events are sent or dropped.
   */
  observeConsent: (event: AnalyticsEvent) => void
  /** The choice that the event carries, or else the latest one. */
  consentFor: (event: AnalyticsEvent) => Consent
  /** Sends an event to the pixel, holds it until the visitor has chosen, or drops it. */
  report: (pixelEvent: PixelEvent, event: AnalyticsEvent) => void
  /** Logs a problem on the console. */
  warn: (problem: string) => void
  /** The click that led to this page: kept in memory, because storing it needs consent. */
  click?: Click
}

/** The maximum number of events held before consent. Later events are dropped. */
const MAX_HELD = 100

/**
 * Creates the client. It reports events only as far as the visitor's consent allows.
 * @param settings the destination's settings
 * @param connection the pixel on the page
 */
export function createClient(settings: PixelSettings, connection: PixelConnection): PixelClient {
  let consent = consentOf({}, settings)
  let held: PixelEvent[] = []
  let lastUser: string | undefined

  const send = ({ user, track }: PixelEvent) => {
    const serializedUser = user && JSON.stringify(user)
    if (user && serializedUser !== lastUser) {
      const isIdentified = connection.call('identify', (pixel) => {
        pixel.identify(user)
      })
      if (isIdentified) lastUser = serializedUser
    }
    if (track) {
      connection.call('track', (pixel) => {
        pixel.track(...track)
      })
    }
  }

  return {
    warn: connection.warn,
    consentFor(event) {
      const choice = consentOf(event, settings)
      return choice === 'pending' ? consent : choice
    },
    observeConsent(event) {
      const choice = consentOf(event, settings)
      if (choice === 'pending' || choice === consent) return
      consent = choice
      connection.applyConsent(choice)
      const released = held
      held = []
      if (choice === 'granted') released.forEach(send)
      // After a denial, `identify` is called again even for the same person: TikTok's queue has dropped its calls.
      else lastUser = undefined
    },
    report(pixelEvent, event) {
      // An event is dropped if its own choice or the visitor's latest choice is a denial.
      if (consentOf(event, settings) === 'denied' || consent === 'denied') return
      const isHeld = consent === 'pending' && holdsEvents(settings)
      // While consent is pending, TikTok's own queue holds the events that are not held here.
      if (!isHeld) send(pixelEvent)
      else if (held.length < MAX_HELD) held.push(pixelEvent)
    }
  }
}
