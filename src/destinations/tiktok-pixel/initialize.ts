import { text } from '../../shared/values'
import { createClient, type PixelClient } from './client'
import { asksConsent, createGate, waitsHere } from './consent'
import type { InitializeOptions, PixelSettings } from './definition'
import { reportsPageCalls } from './page-view'
import { connectPixel, currentTtq } from './ttq'
import type { PixelWindow } from './types'

/** The destination's name: its key in Segment's integrations object. */
export const NAME = 'TikTok Pixel'

/** The page, and where to tell its developer what does not work. */
export type HostPage = PixelWindow & { console: Pick<Console, 'warn'> }

/**
 * Connects the page to the pixel that the settings name, or prepares it for the time when consent allows. Never throws
 * and waits for nothing: what cannot work is said on the console, and the actions do nothing.
 */
export function connect(page: HostPage, settings: PixelSettings): PixelClient {
  const pixelCode = text(settings.pixelCode) ?? ''
  let isReachable = true
  let isConnected = false

  const warn = (problem: string) => {
    page.console.warn(`${NAME}: ${problem}`)
  }
  const giveUp = (problem: string) => {
    isReachable = false
    warn(`nothing is reported, ${problem}`)
  }
  const attempt = (action: () => void) => {
    try {
      if (isReachable) action()
    } catch (error) {
      giveUp(String(error))
    }
  }
  const load = () => {
    isConnected = true
    const state = connectPixel(page, { ...settings, pixelCode }, () => {
      giveUp("TikTok's script is blocked")
    })
    // Not given up: the page may load its pixel later.
    if (state === 'missing') warn('nothing is reported until the page has this pixel')
    if (state === 'loaded' && settings.autoPageView !== false && !reportsPageCalls(settings)) {
      client.tell((pixel) => {
        pixel.page()
      })
    }
  }
  const gate = createGate(settings, (choice) => {
    attempt(() => {
      if (isConnected) currentTtq(page)?.[choice ? 'grantConsent' : 'revokeConsent']()
      else if (choice) load()
    })
  })
  const client = createClient(gate, () => (isReachable ? currentTtq(page)?.instance(pixelCode) : undefined), warn)
  if (pixelCode === '') giveUp('the Pixel Code is blank')
  if (!waitsHere(settings)) attempt(load)
  return client
}

/** The definition's `initialize`. Segment waits for it before any event goes anywhere: it resolves at once. */
export function initialize({ settings, analytics }: InitializeOptions): Promise<PixelClient> {
  const client = connect(window, settings)
  if (asksConsent(settings)) {
    const heed = <Context extends { event: object }>(context: Context): Context => {
      client.gate.heed(context.event)
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
