import type { ActionDefinition } from '@segment/actions-core'
import { offlineAction } from '../action'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'

/** Track Offline Conversion: sends an event from a store, by phone or from the back office. */
export const reportOfflineEvent: ActionDefinition<Settings, Payload> = offlineAction({
  title: 'Track Offline Conversion',
  description: 'Sends events from stores, by phone and from the back office to a TikTok offline event set.'
})
