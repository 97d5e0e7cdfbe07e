/**
 * The version in the URLs of TikTok's Events API 2.0.
 * Reference: TikTok, "Events API 2.0"
 */
export const TIKTOK_CONVERSIONS_API_VERSION = 'v1.3'
