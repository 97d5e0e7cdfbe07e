import type { CDNSettings } from '@segment/analytics-next'

/** The write key of every test site. */
export const WRITE_KEY = 'test-write-key'

type JSONObject = NonNullable<CDNSettings['remotePlugins']>[number]['settings']

/** A subscription as Segment's CDN serves it. */
// A type, not an interface: it must be usable as JSON.
export type ServedSubscription = {
  partnerAction: string
  name: string
  enabled: boolean
  subscribe: string
  mapping: JSONObject
}

/** A device-mode destination as a source is connected to it. */
export interface ServedDestination {
  /** Its name in Segment's integrations object. */
  name: string
  /** The script that the site serves for it. */
  script: string
  /** The global that analytics.js looks its factory up under. */
  libraryName: string
  settings: JSONObject
  subscriptions: ServedSubscription[]
}

/** Where the site serves the script of a destination. */
export const scriptPath = ({ name }: ServedDestination) => `/next-integrations/actions/${encodeURIComponent(name)}.js`

/** What Segment's CDN answers for a source with these destinations. */
export function cdnSettings(host: string, destinations: ServedDestination[]): CDNSettings {
  // Device-mode action destinations stand among the integrations too, without a component for the browser.
  const integrations = destinations.map(({ name }) => [name, { versionSettings: { componentTypes: [] } }])
  return {
    integrations: {
      'Segment.io': { apiKey: WRITE_KEY, apiHost: `${host}/v1`, protocol: 'http' },
      ...(Object.fromEntries(integrations) as object)
    },
    // Segment measures itself: nothing that these tests are about.
    metrics: { sampleRate: 0 },
    remotePlugins: destinations.map((destination) => ({
      name: destination.name,
      creationName: destination.name,
      libraryName: destination.libraryName,
      url: `http://${host}${scriptPath(destination)}`,
      settings: { ...destination.settings, subscriptions: destination.subscriptions }
    }))
  }
}
