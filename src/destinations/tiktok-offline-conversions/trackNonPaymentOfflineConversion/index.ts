import { offlineAction } from '../action'

/** Deprecated; kept for saved mappings. */
export const trackNonPaymentOfflineConversion = offlineAction({
  title: '[Deprecated] Track Non Payment Offline Conversion',
  description: '[Deprecated] Use Track Offline Conversion instead. It does the same.'
})
