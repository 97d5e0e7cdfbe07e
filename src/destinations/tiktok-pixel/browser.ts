import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import type {
  BrowserActionDefinition,
  BrowserDestinationDefinition,
  PluginFactory,
  Subscription
} from '@segment/browser-destination-runtime/types'
import { perform as captureClickIds } from './captureClickIds/perform'
import type { PixelClient } from './client'
import type { PixelSettings } from './definition'
import { perform as identify } from './identify/perform'
import { initialize, NAME } from './initialize'
import { perform as reportWebEvent } from './reportWebEvent/perform'

type Action = BrowserActionDefinition<PixelSettings, PixelClient>

/** What the runtime reads of the definition. Labels, fields and presets are for the catalogue and stay out of browsers. */
const definition: BrowserDestinationDefinition<PixelSettings, PixelClient> = {
  name: NAME,
  mode: 'device',
  initialize,
  actions: {
    reportWebEvent: lean(reportWebEvent),
    identify: lean(identify),
    captureClickIds: lean(captureClickIds, 'enrichment')
  }
}

function lean(perform: Action['perform'], lifecycleHook?: Action['lifecycleHook']): Action {
  return { perform, lifecycleHook } as Action
}

/** What analytics.js makes the destination's plugins with: one for each action that has an enabled mapping. */
const tiktokPixelPlugin: PluginFactory = Object.assign(
  (served: unknown) => {
    const settings = served as PixelSettings & { subscriptions?: Subscription[] }
    return generatePlugins(definition, settings, settings.subscriptions ?? [])
  },
  { pluginName: NAME }
)

export default tiktokPixelPlugin
