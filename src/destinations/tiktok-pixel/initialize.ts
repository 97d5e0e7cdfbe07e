import { text } from '../../shared/values'
import { createClient, type PixelClient } from './client'
import type { PixelSettings } from './definition'
import { reportsPageCalls } from './page-view'
import { connectPixel } from './ttq'
import type { PixelWindow } from './types'

/** The destination's name: its key in Segment's integrations object. */
export const NAME = 'TikTok Pixel'

/** The page, and where to tell its developer what does not work. */
export type HostPage = PixelWindow & { console: Pick<Console, 'warn'> }

/**
 * Connects the page to the pixel that the settings name. Never throws and waits for nothing: what cannot work is said
 * on the console, and the actions do nothing.
 */
export function connect(page: HostPage, settings: PixelSettings): PixelClient {
  const pixelCode = text(settings.pixelCode) ?? ''
  let isReachable = true

  const warn = (problem: string) => {
    page.console.warn(`${NAME}: ${problem}`)
  }
  const giveUp = (problem: string) => {
    isReachable = false
    warn(`nothing is reported, ${problem}`)
  }
  const client = createClient(page, pixelCode, () => isReachable, warn)
  if (pixelCode === '') {
    giveUp('the Pixel Code is blank')
    return client
  }
  try {
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
  } catch (error) {
    giveUp(String(error))
  }
  return client
}

/** The definition's `initialize`. Segment waits for it before any event goes anywhere: it resolves at once. */
export function initialize({ settings }: { settings: PixelSettings }): Promise<PixelClient> {
  return Promise.resolve(connect(window, settings))
}
