import { offlineAction } from '../action'

/** Track Offline Conversion: one event of a store, a phone or a back office. */
export const reportOfflineEvent = offlineAction({
  title: 'Track Offline Conversion',
  description: 'Reports what happened in a store, by phone or in the back office to a TikTok offline event set.'
})
