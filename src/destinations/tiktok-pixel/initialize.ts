import { PIXEL } from '../../shared/destination-names'
import type { EnrichmentPlugin } from './analytics-types'
import { createClient, type PixelClient } from './client'
import { createConnection } from './connection'
import { holdsEvents, usesConsent } from './consent'
import { currentPage, type HostPage } from './host-page'
import type { PixelSettings } from './pixel-settings'
import type { InitializeOptions } from './types'

/**
 * Connects the page with the pixel: at once, or on the first grant if events wait in memory for consent.
 * @param page the page that the Pixel runs on
 * @param settings the destination's settings
 */
export function connect(page: HostPage, settings: PixelSettings): PixelClient {
  const connection = createConnection(page, settings)
  if (!holdsEvents(settings)) connection.open()
  return createClient(settings, connection)
}

/**
 * The definition's `initialize`. It resolves at once and never rejects, because the enrichment plugin of Capture Click
 * IDs waits for it, and analytics.js sends no event, not even to Segment, until its enrichment plugins have loaded.
 */
export function initialize({ settings, analytics }: InitializeOptions): Promise<PixelClient> {
  const client = connect(currentPage(), settings)
  if (usesConsent(settings)) void analytics.register(consentPlugin(client))
  return Promise.resolve(client)
}

/**
 * Creates the plugin that reads the visitor's choice from every event. An action cannot do that, because it gets only
 * the events mapped to it. A source middleware cannot, because it would run before the consent wrapper adds the choice.
 */
function consentPlugin(client: PixelClient): EnrichmentPlugin {
  const observe = <Context extends { event: object }>(context: Context): Context => {
    client.observeConsent(context.event)
    return context
  }
  return {
    name: `${PIXEL} consent`,
    version: '1',
    type: 'enrichment',
    isLoaded: () => true,
    load: () => Promise.resolve(),
    track: observe,
    page: observe,
    identify: observe,
    group: observe,
    alias: observe,
    screen: observe
  }
}
