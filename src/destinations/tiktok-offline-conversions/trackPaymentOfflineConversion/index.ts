import { offlineAction } from '../action'

/** Deprecated; kept for saved mappings. */
export const trackPaymentOfflineConversion = offlineAction({
  title: '[Deprecated] Track Payment Offline Conversion',
  description: '[Deprecated] Use Track Offline Conversion instead. It does the same.'
})
