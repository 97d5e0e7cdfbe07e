import { offlineAction } from '../action'

/** Track Offline Conversion: sends an event from a store, by phone or from the back office. */
export const reportOfflineEvent = offlineAction({
  title: 'Track Offline Conversion',
  description: 'Sends events from stores, by phone and from the back office to a TikTok offline event set.'
})
