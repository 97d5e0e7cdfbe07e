/**
 * The names of the destinations. Those of the server destinations are also keys of Segment's integrations object: the
 * Pixel stores a visitor's click IDs there, and the mappings read them.
 */

/** TikTok Conversions. Segment spells its name `Tiktok`. */
export const CONVERSIONS = 'Tiktok Conversions'

/** A second key for TikTok Conversions. Users' mappings that were saved since 2024 read the click IDs there. */
export const CONVERSIONS_SINCE_2024 = 'TikTok Conversions'

/** TikTok Offline Conversions. */
export const OFFLINE_CONVERSIONS = 'TikTok Offline Conversions'

/** TikTok Pixel. */
export const PIXEL = 'TikTok Pixel'
