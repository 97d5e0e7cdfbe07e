import type { CDNSettings } from '@segment/analytics-next'

/** The write key of every test site. */
export const WRITE_KEY = 'test-write-key'

type JSONObject = NonNullable<CDNSettings['remotePlugins']>[number]['settings']

/** A mapping as Segment's CDN serves it. A type and not an interface, because only a type is assignable to JSON. */
export type ServedSubscription = {
  partnerAction: string
  name: string
  enabled: boolean
  subscribe: string
  mapping: JSONObject
}

/** A device-mode destination that is connected to the source. */
export interface ServedDestination {
  /** Its name in Segment's integrations object. */
  name: string
  /** The script that the site serves for it. */
  script: string
  /** The global variable in which analytics.js looks for its factory. */
  libraryName: string
  settings: JSONObject
  subscriptions: ServedSubscription[]
}

/** The path of a destination's script. */
export const scriptPath = ({ name }: ServedDestination) => `/next-integrations/actions/${encodeURIComponent(name)}.js`

/** The settings that Segment's CDN serves for a source with these destinations. */
export function cdnSettings(host: string, destinations: ServedDestination[]): CDNSettings {
  // Segment also lists device-mode action destinations here, without a component for the browser.
  const integrations = destinations.map(({ name }) => [name, { versionSettings: { componentTypes: [] } }])
  return {
    integrations: {
      'Segment.io': { apiKey: WRITE_KEY, apiHost: `${host}/v1`, protocol: 'http' },
      ...(Object.fromEntries(integrations) as object)
    },
    // Turns off Segment's own metrics.
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
