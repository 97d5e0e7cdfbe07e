import type {
  AnalyticsEvent,
  AnalyticsStorage,
  EnrichmentPlugin
} from '../../../src/destinations/tiktok-pixel/analytics-types'
import type { HostPage } from '../../../src/destinations/tiktok-pixel/host-page'
import { perform as identify } from '../../../src/destinations/tiktok-pixel/identify/perform'
import { connect } from '../../../src/destinations/tiktok-pixel/initialize'
import type { PixelSettings } from '../../../src/destinations/tiktok-pixel/pixel-settings'
import { perform as report } from '../../../src/destinations/tiktok-pixel/reportWebEvent/perform'
import type { QueuedCall, Ttq } from '../../../src/destinations/tiktok-pixel/ttq-types'

/** A page with its own document. */
export interface TestPage extends HostPage {
  document: Document
}

/** A new page, and the warnings on its console. */
export function emptyPage() {
  const warnings: string[] = []
  const page: TestPage = {
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

/** The settings of pixel C1, without a page view at load. */
export const settings = (changed: Partial<PixelSettings> = {}): PixelSettings => ({
  pixelCode: 'C1',
  autoPageView: false,
  ...changed
})

/** A page with pixel C1 and the actions. A payload may have any content, since the browser runtime validates nothing. */
export function connected(changed: Partial<PixelSettings> = {}, { page, warnings } = emptyPage()) {
  const used = settings(changed)
  const client = connect(page, used)
  return {
    page,
    warnings,
    client,
    report: (payload: object, event: AnalyticsEvent = {}) => {
      report(client, { payload: { event: 'Contact', ...payload }, settings: used, context: { event } })
    },
    identify: (payload: object, event: AnalyticsEvent = {}) => {
      identify(client, { payload, settings: used, context: { event } })
    },
    calls: () => queued(page)
  }
}

/** The parts of analytics.js that the destination uses, with a map as its storage. */
export function fakeAnalytics() {
  const plugins: EnrichmentPlugin[] = []
  const stored = new Map<string, unknown>()
  const storage: AnalyticsStorage = {
    get: (key) => stored.get(key),
    set: (key, value) => void stored.set(key, value),
    clear: (key) => void stored.delete(key)
  }
  return {
    plugins,
    stored,
    analytics: {
      register: (plugin: EnrichmentPlugin) => Promise.resolve(plugins.push(plugin)),
      storage
    }
  }
}
