import tiktokConversions from './destinations/tiktok-conversions'
import tiktokOfflineConversions from './destinations/tiktok-offline-conversions'
import tiktokPixel from './destinations/tiktok-pixel'

export { tiktokConversions, tiktokOfflineConversions, tiktokPixel }

/** Every destination by its slug. */
export const destinations = {
  'tiktok-conversions': tiktokConversions,
  'actions-tiktok-pixel': tiktokPixel,
  'actions-tiktok-offline-conversions': tiktokOfflineConversions
}
