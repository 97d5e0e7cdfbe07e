import type { DestinationDefinition } from '@segment/actions-core'
import { checkCredentials } from '../../shared/events-api/credentials'
import { makePresets } from '../../shared/presets'
import { OFFLINE_CONVERSIONS } from '../../shared/destination-names'
import { fields } from './fields'
import type { Settings } from './generated-types'
import { reportOfflineEvent } from './reportOfflineEvent'
import { route } from './route'
import { settings } from './settings'
import { trackNonPaymentOfflineConversion } from './trackNonPaymentOfflineConversion'
import { trackPaymentOfflineConversion } from './trackPaymentOfflineConversion'

/** TikTok Offline Conversions: sends store, phone and back-office events to TikTok's Events API. */
const destination: DestinationDefinition<Settings> = {
  name: OFFLINE_CONVERSIONS,
  slug: 'actions-tiktok-offline-conversions',
  mode: 'cloud',
  description: "Sends store, phone and back-office events to TikTok's Events API.",
  authentication: {
    scheme: 'custom',
    fields: settings,
    testAuthentication: (request, { settings }) =>
      checkCredentials(request, route.apiAccess(settings), { source: 'offline', sourceId: settings.eventSetID.trim() })
  },
  presets: makePresets(fields, 'reportOfflineEvent'),
  actions: { reportOfflineEvent, trackPaymentOfflineConversion, trackNonPaymentOfflineConversion }
}

export default destination
