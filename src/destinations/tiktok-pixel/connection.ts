import { toText } from '../../shared/coerce'
import type { Consent } from './consent'
import type { HostPage } from './host-page'
import { reportsAllPageCalls } from './page-view'
import type { PixelSettings } from './pixel-settings'
import { currentTtq, hasPixel, loadPixel } from './ttq'
import type { Pixel } from './ttq-types'
import { warn } from './warn'

/**
 * The connection to the pixel in the settings. It never throws. It logs problems on the console. It turns itself off
 * for ever if the pixel code is blank, the pixel cannot be loaded, TikTok's script is blocked or a consent method of
 * `ttq` fails.
 */
export interface PixelConnection {
  /**
   * Loads the pixel and, unless the settings prevent it, reports the first page view. It does neither if the page has
   * already loaded the pixel. With the setting Use Existing Pixel it only checks that the page has loaded the pixel.
   */
  open: () => void
  /**
   * Applies the visitor's choice. Before the connection is opened, a grant opens it and a denial does nothing. Once it
   * is open, every choice is passed to `ttq`.
   */
  applyConsent: (consent: Exclude<Consent, 'pending'>) => void
  /**
   * Calls the pixel, unless the page has no `ttq` or the connection has turned itself off. An error in TikTok's script
   * is logged and does not stop later calls.
   * @returns true if the call was made and the page has loaded the pixel. Otherwise `ttq` may lose the call.
   */
  call: (method: 'page' | 'identify' | 'track', run: (pixel: Pixel) => void) => boolean
  /** Logs a problem on the console. */
  warn: (problem: string) => void
}

/**
 * Creates a connection. It does not touch `ttq` or the document until `open` is called.
 * @param page the page that holds `ttq` and the console
 * @param settings the destination's settings
 */
export function createConnection(page: HostPage, settings: PixelSettings): PixelConnection {
  const pixelCode = toText(settings.pixelCode) ?? ''
  let isOpen = false
  let isOff = false

  const turnOff = (reason: string) => {
    isOff = true
    warn(page, `off: ${reason}`)
  }
  const attempt = (run: () => void) => {
    if (isOff) return
    try {
      run()
    } catch (error) {
      turnOff(String(error))
    }
  }
  if (!pixelCode) turnOff('the setting Pixel Code is blank')

  const connection: PixelConnection = {
    open() {
      attempt(() => {
        isOpen = true
        if (settings.useExistingPixel) {
          const isMissing = !hasPixel(page, pixelCode)
          // The connection stays on, because the page may load its pixel later.
          if (isMissing) warn(page, 'the page has not loaded this pixel yet; events are lost until it does')
          return
        }
        const isLoadedNow = loadPixel(page, pixelCode, settings, () => {
          turnOff("TikTok's script was blocked")
        })
        if (isLoadedNow && settings.autoPageView !== false && !reportsAllPageCalls(settings)) {
          connection.call('page', (pixel) => {
            pixel.page()
          })
        }
      })
    },
    applyConsent(consent) {
      attempt(() => {
        if (isOpen) currentTtq(page)?.[consent === 'granted' ? 'grantConsent' : 'revokeConsent']()
        else if (consent === 'granted') connection.open()
      })
    },
    call(method, run) {
      if (isOff) return false
      try {
        const pixel = currentTtq(page)?.instance(pixelCode)
        if (pixel) run(pixel)
        return hasPixel(page, pixelCode)
      } catch (error) {
        // The error's message is left out, because it may quote the personal data of the call.
        warn(page, `${method} failed in TikTok's script (${error instanceof Error ? error.name : typeof error})`)
        return false
      }
    },
    warn(problem) {
      warn(page, problem)
    }
  }
  return connection
}
