/**
 * The names of the server destinations: their keys in Segment's integrations object, where the Pixel hands them the
 * click ids of a visitor and their mappings read them.
 */

/** TikTok Conversions, with the lower-case t that its saved mappings have. */
export const CONVERSIONS = 'Tiktok Conversions'

/** TikTok Offline Conversions. */
export const OFFLINE_CONVERSIONS = 'TikTok Offline Conversions'
