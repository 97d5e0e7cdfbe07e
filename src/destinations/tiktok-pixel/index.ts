import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'
import { PIXEL } from '../../shared/destination-names'
import { makePresets } from '../../shared/presets'
import { captureClickIds } from './captureClickIds'
import type { PixelClient } from './client'
import { identify } from './identify'
import { initialize } from './initialize'
import type { PixelSettings } from './pixel-settings'
import { reportWebEvent } from './reportWebEvent'
import { settings } from './settings'
import type { PixelDefinition } from './types'

/** TikTok Pixel: reports website events from the visitor's browser, through TikTok's own script. */
const destination: PixelDefinition = {
  name: PIXEL,
  slug: 'actions-tiktok-pixel',
  mode: 'device',
  description: "Reports website events to TikTok from the visitor's browser, through TikTok's own script.",
  settings,
  initialize,
  presets: makePresets(reportWebEvent.fields, 'reportWebEvent'),
  actions: { reportWebEvent, identify, captureClickIds }
} satisfies BrowserDestinationDefinition<PixelSettings, PixelClient>

export default destination
