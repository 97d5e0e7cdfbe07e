import type { Click } from './captureClickIds/click'
import type { Gate } from './consent'
import type { PixelUser } from './identity'
import type { Pixel } from './types'

/** How the actions talk to the pixel. */
export interface PixelClient {
  /** Makes calls on the pixel as consent allows; none are made while there is no pixel to talk to. */
  tell: (calls: (pixel: Pixel) => void) => void
  /** Says who the person is, unless the pixel was told the very same last. */
  identify: (user: PixelUser) => void
  /** Tells the developer on the console. */
  warn: (text: string) => void
  /** What the visitor has consented to. */
  gate: Gate
  /** The click that led to this page. In memory alone: storing it needs consent. */
  click?: Click
}

/**
 * @param gate what consent allows
 * @param pixel the pixel to talk to now, if there is one
 * @param warn tells the developer
 */
export function createClient(gate: Gate, pixel: () => Pixel | undefined, warn: PixelClient['warn']): PixelClient {
  let lastUser: string | undefined

  const tell: PixelClient['tell'] = (calls) => {
    gate.pass(() => {
      const current = pixel()
      if (current) calls(current)
    })
  }
  return {
    tell,
    warn,
    gate,
    identify(user) {
      tell((current) => {
        // What was said before a denial may never have left.
        const written = JSON.stringify([user, gate.denials])
        if (written === lastUser) return
        current.identify(user)
        lastUser = written
      })
    }
  }
}
