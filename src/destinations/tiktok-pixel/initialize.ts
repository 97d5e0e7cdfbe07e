import { toText } from '../../shared/coerce'
import { createClient, type PixelClient } from './client'
import { asksConsent, waitsHere } from './consent'
import type { InitializeOptions, PixelSettings } from './types'
import { reportsPageCalls } from './page-view'
import { currentTtq, hasPixel, loadPixel } from './ttq'
import type { PixelWindow } from './ttq-types'

/** The destination's name: its key in Segment's integrations object. */
export const NAME = 'TikTok Pixel'

/** The page, and where to tell its developer what does not work. */
export type HostPage = PixelWindow & { console: Pick<Console, 'warn'> }

/**
 * Connects the page to the pixel that the settings name, or prepares it for the time when consent allows. Never throws
 * and waits for nothing: what cannot work is said on the console, and the actions do nothing.
 */
export function connect(page: HostPage, settings: PixelSettings): PixelClient {
  // Undefined from the moment on that nothing can work.
  let pixelCode = toText(settings.pixelCode)
  let isConnected = false

  const warn = (problem: string) => {
    page.console.warn(`${NAME}: ${problem}`)
  }
  const giveUp = (problem: string) => {
    pixelCode = undefined
    warn(`off, ${problem}`)
  }
  const pixel = () => (pixelCode ? currentTtq(page)?.instance(pixelCode) : undefined)
  const load = (id: string) => {
    isConnected = true
    if (settings.useExistingPixel) {
      // The page may load its pixel later.
      if (!hasPixel(page, id)) warn('no such pixel yet')
      return
    }
    const isLoaded = loadPixel(page, id, settings, () => {
      giveUp('script blocked')
    })
    if (isLoaded && settings.autoPageView !== false && !reportsPageCalls(settings)) pixel()?.page()
  }
  const onChoice = (choice: boolean) => {
    try {
      if (!pixelCode) return
      if (isConnected) currentTtq(page)?.[choice ? 'grantConsent' : 'revokeConsent']()
      else if (choice) load(pixelCode)
    } catch (error) {
      giveUp(String(error))
    }
  }
  if (!pixelCode) giveUp('no pixel code')
  if (!waitsHere(settings)) onChoice(true)
  return createClient(settings, pixel, onChoice, warn)
}

/** The definition's `initialize`. Segment waits for it before any event goes anywhere: it resolves at once. */
export function initialize({ settings, analytics }: InitializeOptions): Promise<PixelClient> {
  const client = connect(window, settings)
  if (asksConsent(settings)) {
    const heed = <Context extends { event: object }>(context: Context): Context => {
      client.observeConsent(context.event)
      return context
    }
    // Not a source middleware: one that is added here runs before the consent wrapper's, which has not stamped the event
    // yet. An enrichment comes behind every middleware, and unlike an action sees events that no mapping is for.
    void analytics.register({
      name: `${NAME} consent`,
      version: '1',
      type: 'enrichment',
      isLoaded: () => true,
      load: () => Promise.resolve(),
      track: heed,
      page: heed,
      identify: heed,
      group: heed,
      alias: heed
    })
  }
  return Promise.resolve(client)
}
