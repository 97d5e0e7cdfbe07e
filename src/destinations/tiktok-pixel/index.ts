import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'
import { makePresets } from '../../shared/presets'
import { captureClickIds } from './captureClickIds'
import type { PixelClient } from './client'
import type { PixelDefinition, PixelSettings } from './types'
import { identify } from './identify'
import { initialize, NAME } from './initialize'
import { reportWebEvent } from './reportWebEvent'
import { settings } from './settings'

/** TikTok Pixel: events of the website, from the visitor's browser through TikTok's own script. */
const destination: PixelDefinition = {
  name: NAME,
  slug: 'actions-tiktok-pixel',
  mode: 'device',
  description: "Reports events of the website to TikTok from the visitor's browser, through TikTok's own script.",
  settings,
  initialize,
  presets: makePresets(reportWebEvent.fields, 'reportWebEvent'),
  actions: { reportWebEvent, identify, captureClickIds }
} satisfies BrowserDestinationDefinition<PixelSettings, PixelClient>

export default destination
