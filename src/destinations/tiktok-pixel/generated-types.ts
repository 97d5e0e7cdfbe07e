// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The ID of the pixel, as TikTok Events Manager shows it. TikTok Conversions must use the same.
   */
  pixelCode: string;
  /**
   * Asks TikTok to limit the processing of this pixel's data where the law of the visitor's state provides for it.
   */
  ldu?: boolean;
  /**
   * Reports one page view when the pixel loads. It does not where a mapping reports Pageview for page calls: that one carries the event ID.
   */
  autoPageView?: boolean;
  /**
   * Loads nothing and talks to the pixel that the page loads itself.
   */
  useExistingPixel?: boolean;
  /**
   * Which ID of an item is its Content ID at TikTok; it must be the one that the catalog has. An item that lacks it keeps the mapped Content ID, and so do all without this setting.
   */
  contentIdMode?: "product_id" | "variant_id" | "sku" | "variant_or_product";
}
