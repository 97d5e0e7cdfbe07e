import { offlineAction } from '../action'

/** Deprecated, for saved mappings. */
export const trackPaymentOfflineConversion = offlineAction({
  title: '[Deprecated] Track Payment Offline Conversion',
  description: '[Deprecated] Use Track Offline Conversion, which does the same for payments and everything else.'
})
