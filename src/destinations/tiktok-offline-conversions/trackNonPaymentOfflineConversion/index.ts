import { offlineAction } from '../action'

/** Deprecated, for saved mappings. */
export const trackNonPaymentOfflineConversion = offlineAction({
  title: '[Deprecated] Track Non Payment Offline Conversion',
  description:
    '[Deprecated] Use Track Offline Conversion, which does the same for everything besides payments, and payments.'
})
