import type { DestinationDefinition } from '@segment/actions-core'
import { checkCredentials } from '../../shared/events-api/credentials'
import { makePresets } from '../../shared/presets'
import { CONVERSIONS } from '../../shared/destination-names'
import type { Settings } from './generated-types'
import { reportWebEvent } from './reportWebEvent'
import { route } from './route'
import { settings } from './settings'

/** TikTok Conversions: sends website and CRM events from the server to TikTok's Events API. */
const destination: DestinationDefinition<Settings> = {
  name: CONVERSIONS,
  slug: 'tiktok-conversions',
  mode: 'cloud',
  description: "Sends website and CRM events from the server to TikTok's Events API.",
  authentication: {
    scheme: 'custom',
    fields: settings,
    testAuthentication: (request, { settings }) =>
      checkCredentials(request, route.apiAccess(settings), { source: 'web', sourceId: settings.pixelCode.trim() })
  },
  presets: makePresets(reportWebEvent.fields, 'reportWebEvent'),
  actions: { reportWebEvent }
}

export default destination
