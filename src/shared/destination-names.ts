/**
 * The names of the destinations. Those of the server destinations are also keys of Segment's integrations object: the
 * Pixel stores a visitor's click IDs there, and the mappings read them.
 */

/** TikTok Conversions. The destination's name has a lower-case t. */
export const CONVERSIONS = 'Tiktok Conversions'

/** The key for TikTok Conversions in mappings saved since 2024. */
export const CONVERSIONS_SINCE_2024 = 'TikTok Conversions'

/** TikTok Offline Conversions. */
export const OFFLINE_CONVERSIONS = 'TikTok Offline Conversions'

/** TikTok Pixel. */
export const PIXEL = 'TikTok Pixel'
