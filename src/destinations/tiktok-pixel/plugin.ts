import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import type {
  BrowserActionDefinition,
  BrowserDestinationDefinition,
  PluginFactory,
  Subscription
} from '@segment/browser-destination-runtime/types'
import { PIXEL } from '../../shared/destination-names'
import { perform as captureClickIds } from './captureClickIds/perform'
import type { PixelClient } from './client'
import { currentPage } from './host-page'
import { perform as identify } from './identify/perform'
import { initialize } from './initialize'
import { mappingProblems } from './mapping-problems'
import type { PixelSettings } from './pixel-settings'
import { perform as reportWebEvent } from './reportWebEvent/perform'
import { warn } from './warn'

type Definition = BrowserDestinationDefinition<PixelSettings, PixelClient>
type Action = BrowserActionDefinition<PixelSettings, PixelClient>

/** The parts of the definition that the runtime reads. Labels, fields and presets stay out of the browser. */
const definition: Pick<Definition, 'name' | 'initialize'> & {
  actions: Record<string, Pick<Action, 'perform' | 'lifecycleHook'>>
} = {
  name: PIXEL,
  initialize,
  actions: {
    reportWebEvent: { perform: reportWebEvent },
    identify: { perform: identify },
    captureClickIds: { perform: captureClickIds, lifecycleHook: 'enrichment' }
  }
}

/** Creates the plugins for analytics.js, one for each action with an enabled mapping. */
const tiktokPixelPlugin: PluginFactory = Object.assign(
  (given: unknown) => {
    const settings = given as (PixelSettings & { subscriptions?: Subscription[] }) | undefined
    for (const problem of mappingProblems(settings, Object.keys(definition.actions))) warn(currentPage(), problem)
    return settings ? generatePlugins(definition as Definition, settings, settings.subscriptions ?? []) : []
  },
  { pluginName: PIXEL }
)

export default tiktokPixelPlugin
