import type { PixelPlugin, PixelSettings } from '../../../src/destinations/tiktok-pixel/types'
import { perform as identify } from '../../../src/destinations/tiktok-pixel/identify/perform'
import { connect, type HostPage } from '../../../src/destinations/tiktok-pixel/initialize'
import { perform as report } from '../../../src/destinations/tiktok-pixel/reportWebEvent/perform'
import type { QueuedCall, Ttq } from '../../../src/destinations/tiktok-pixel/ttq-types'

/** A page of its own, with what was said on its console. */
export function emptyPage() {
  const warnings: string[] = []
  const page: HostPage = {
    document: document.implementation.createHTMLDocument(),
    console: { warn: (text: string) => warnings.push(text) }
  }
  return { page, warnings }
}

/** The calls that wait for TikTok's script on a page, for one pixel. */
export function queued(page: HostPage, id = 'C1'): QueuedCall[] {
  const queue = (page.ttq as Ttq | undefined)?._i?.[id] ?? []
  return Array.from(queue as unknown as QueuedCall[])
}

/** The settings of pixel C1, without page views of its own. */
export const settings = (changed: Partial<PixelSettings> = {}): PixelSettings => ({
  pixelCode: 'C1',
  autoPageView: false,
  ...changed
})

/** A page with pixel C1 on it, and the actions; a payload may hold what no type allows, since nobody validates it. */
export function connected(changed: Partial<PixelSettings> = {}, { page, warnings } = emptyPage()) {
  const used = settings(changed)
  const client = connect(page, used)
  return {
    page,
    warnings,
    client,
    report: (payload: object) => {
      report(client, { payload: { event: 'Contact', ...payload }, settings: used })
    },
    identify: (payload: object) => {
      identify(client, { payload, settings: used })
    },
    calls: () => queued(page)
  }
}

/** As much of analytics.js as the destination uses; its storage is a map. */
export function fakeAnalytics() {
  const plugins: PixelPlugin[] = []
  const stored = new Map<string, unknown>()
  return {
    plugins,
    stored,
    analytics: {
      register: (plugin: PixelPlugin) => Promise.resolve(plugins.push(plugin)),
      storage: {
        get: (key: string) => stored.get(key),
        set: (key: string, value: unknown) => void stored.set(key, value),
        clear: (key: string) => void stored.delete(key)
      }
    }
  }
}
