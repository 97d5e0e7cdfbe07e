/**
 * The version of TikTok's Events API.
 * Reference: TikTok, "Events API 2.0"
 */
export const TIKTOK_OFFLINE_CONVERSIONS_API_VERSION = 'v1.3'
