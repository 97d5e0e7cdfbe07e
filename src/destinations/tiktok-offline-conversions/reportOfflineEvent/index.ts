import type { ActionDefinition } from '@segment/actions-core'
import { offlineAction } from '../action'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'

/** Track Offline Conversion: sends a store, phone or back-office event. */
export const reportOfflineEvent: ActionDefinition<Settings, Payload> = offlineAction({
  title: 'Track Offline Conversion',
  description: 'Sends store, phone and back-office events to a TikTok offline event set.'
})
