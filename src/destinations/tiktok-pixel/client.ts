import type { Click } from './captureClickIds/click'
import { asksConsent, choiceOf, type StampedEvent, waitsHere } from './consent'
import type { PixelSettings } from './types'
import type { PixelUser } from './pixel-user'
import type { Pixel } from './ttq-types'

/** How the actions talk to the pixel. */
export interface PixelClient {
  /** Whether the visitor has consented, or need not; undefined as long as nobody knows. */
  choice: boolean | undefined
  /** Takes notice of the visitor's choice, if the event is stamped with one. */
  observeConsent: (event: StampedEvent) => void
  /** Makes calls on the pixel, keeps them until the visitor has chosen, or drops them. */
  whenAllowed: (calls: (pixel: Pixel) => void) => void
  /** Says who the person is, unless the pixel was told the very same last. */
  identify: (user: PixelUser) => void
  /** Tells the developer on the console. */
  warn: (text: string) => void
  /** The click that led to this page. In memory alone: storing it needs consent. */
  click?: Click
}

/** More than a page has before somebody answers its banner. */
const MOST_KEPT = 100

/**
 * @param settings the destination's
 * @param pixel the pixel to talk to now, if there is one
 * @param onChoice told what the visitor has chosen, before what was kept is made
 * @param warn tells the developer
 */
export function createClient(
  settings: PixelSettings,
  pixel: () => Pixel | undefined,
  onChoice: (choice: boolean) => void,
  warn: PixelClient['warn']
): PixelClient {
  let kept: (() => void)[] = []
  let lastUser: string | undefined

  const client: PixelClient = {
    warn,
    choice: asksConsent(settings) ? undefined : true,
    observeConsent(event) {
      const choice = choiceOf(event, settings)
      if (choice === undefined || choice === client.choice) return
      client.choice = choice
      onChoice(choice)
      const calls = kept
      kept = []
      if (choice) for (const call of calls) call()
      // What was said before a denial may never have left.
      else lastUser = undefined
    },
    whenAllowed(calls) {
      const call = () => {
        const current = pixel()
        if (current) calls(current)
      }
      // Until somebody knows, the calls wait here or in TikTok's queue.
      const choice = client.choice ?? (waitsHere(settings) ? undefined : true)
      if (choice) call()
      else if (choice === undefined && kept.length < MOST_KEPT) kept.push(call)
    },
    identify(user) {
      client.whenAllowed((current) => {
        const written = JSON.stringify(user)
        if (written !== lastUser) current.identify(user)
        lastUser = written
      })
    }
  }
  return client
}
