import tiktokConversions from './destinations/tiktok-conversions'

export { tiktokConversions }

/** Every destination by its slug. */
export const destinations = {
  'tiktok-conversions': tiktokConversions
}
