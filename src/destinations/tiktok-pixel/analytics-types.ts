/*
 * Types for the parts of analytics.js that the Pixel uses. They are our own, so that code that imports only the
 * definition compiles without analytics.js.
 */

/** An event on its way through analytics.js. */
export interface AnalyticsEvent {
  context?:
    | {
        page?: { search?: string | undefined } | undefined
        /** The visitor's choice, added by Segment's consent wrapper. */
        consent?: { categoryPreferences?: Readonly<Record<string, unknown>> | undefined } | undefined
      }
    | undefined
  integrations?: Readonly<Record<string, unknown>> | undefined
}

/** The context that analytics.js passes to a plugin with each event. */
export interface AnalyticsContext {
  event: AnalyticsEvent
  updateEvent: (path: string, value: unknown) => unknown
}

/** The storage of analytics.js: by default local storage and a cookie. It does not throw if they are blocked. */
export interface AnalyticsStorage {
  get: (key: string) => unknown
  /** Like `get`, but the cookie's value comes first, because subdomains share it. Older versions lack this method. */
  getConsistent?: (key: string) => unknown
  set: (key: string, value: object) => void
  clear: (key: string) => void
}

/** A plugin of analytics.js that sees every event before any destination does. */
export interface EnrichmentPlugin extends Record<EventType, EventHook> {
  name: string
  version: string
  type: 'enrichment'
  isLoaded: () => boolean
  load: () => Promise<unknown>
}

type EventType = 'track' | 'page' | 'identify' | 'group' | 'alias' | 'screen'
type EventHook = <Context extends { event: object }>(context: Context) => Context

/** The analytics.js instance that loads the destination. */
export interface Analytics {
  storage: AnalyticsStorage
  register: (plugin: EnrichmentPlugin) => Promise<unknown>
}
