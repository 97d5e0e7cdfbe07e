import { text } from '../../shared/values'
import { createClient, type PixelClient } from './client'
import type { PixelSettings } from './definition'
import { reportsPageCalls } from './page-view'
import { connectPixel, type PixelState } from './ttq'
import type { PixelWindow } from './types'

/** The destination's name: its key in Segment's integrations object. */
export const NAME = 'TikTok Pixel'

const EXISTING: Partial<Record<PixelState, string>> = {
  missing: 'the page has no pixel (ttq) to use',
  other: 'the pixel on the page (ttq) is another one'
}

/**
 * Connects the page to the pixel that the settings name. Never throws and waits for nothing: what cannot work is said
 * on the console, and the actions do nothing.
 */
export function connect(page: PixelWindow & { console: Pick<Console, 'warn'> }, settings: PixelSettings): PixelClient {
  const pixelCode = text(settings.pixelCode) ?? ''
  const said = new Set<string>()
  let isReachable = pixelCode !== ''

  const warn = (problem: string) => {
    if (!said.has(problem)) page.console.warn(`${NAME}: ${problem}.`)
    said.add(problem)
  }
  const giveUp = (problem: string) => {
    isReachable = false
    warn(`${problem}: nothing is reported`)
  }
  const client = createClient(page, pixelCode, () => isReachable, warn)
  if (!isReachable) {
    giveUp('no Pixel Code')
    return client
  }
  try {
    const state = connectPixel(page, {
      pixelCode,
      limitedDataUse: settings.ldu === true,
      useExistingPixel: settings.useExistingPixel === true,
      onBlocked: () => {
        giveUp("a policy, an extension or the network keeps TikTok's script away")
      }
    })
    const problem = EXISTING[state]
    // Not given up: the page may load its pixel later.
    if (problem !== undefined) warn(`${problem}: nothing is reported until that changes`)
    if (state === 'loaded' && settings.autoPageView !== false && !reportsPageCalls(settings)) {
      client.tell((pixel) => {
        pixel.page()
      })
    }
  } catch (error) {
    giveUp(`the pixel cannot be loaded (${String(error)})`)
  }
  return client
}

/** The definition's `initialize`. Segment waits for it before any event goes anywhere: it resolves at once. */
export function initialize({ settings }: { settings: PixelSettings }): Promise<PixelClient> {
  return Promise.resolve(connect(window, settings))
}
