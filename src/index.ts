import tiktokConversions from './destinations/tiktok-conversions'
import tiktokOfflineConversions from './destinations/tiktok-offline-conversions'

export { tiktokConversions, tiktokOfflineConversions }

/** Every destination by its slug. */
export const destinations = {
  'tiktok-conversions': tiktokConversions,
  'actions-tiktok-offline-conversions': tiktokOfflineConversions
}
