import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import type {
  BrowserActionDefinition,
  BrowserDestinationDefinition,
  PluginFactory,
  Subscription
} from '@segment/browser-destination-runtime/types'
import { perform as captureClickIds } from './captureClickIds/perform'
import type { PixelClient } from './client'
import type { PixelSettings } from './types'
import { perform as identify } from './identify/perform'
import { initialize, NAME } from './initialize'
import { perform as reportWebEvent } from './reportWebEvent/perform'

type Definition = BrowserDestinationDefinition<PixelSettings, PixelClient>
type Action = BrowserActionDefinition<PixelSettings, PixelClient>

/** What the runtime reads of the definition. Labels, fields and presets are for the catalogue and stay out of browsers. */
const definition: Pick<Definition, 'name' | 'initialize'> & {
  actions: Record<string, Pick<Action, 'perform' | 'lifecycleHook'>>
} = {
  name: NAME,
  initialize,
  actions: {
    reportWebEvent: { perform: reportWebEvent },
    identify: { perform: identify },
    captureClickIds: { perform: captureClickIds, lifecycleHook: 'enrichment' }
  }
}

/** What analytics.js makes the destination's plugins with: one for each action that has an enabled mapping. */
const tiktokPixelPlugin: PluginFactory = Object.assign(
  (served: unknown) => {
    const settings = served as PixelSettings & { subscriptions?: Subscription[] }
    return generatePlugins(definition as Definition, settings, settings.subscriptions ?? [])
  },
  { pluginName: NAME }
)

export default tiktokPixelPlugin
