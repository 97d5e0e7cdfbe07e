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
   * What happens until the visitor has consented, as the consent of Segment's events says. On: TikTok's script is loaded, and holds what it is told. Strict: it is not loaded. Off: consent is not looked at.
   */
  consentMode?: "off" | "on" | "strict";
  /**
   * The consent category of this pixel, as it is named in `context.consent.categoryPreferences`, e.g. C0004. `Advertising` when it is blank.
   */
  consentCategory?: string;
  /**
   * Which ID of an item is its Content ID at TikTok; it must be the one that the catalog has. An item that lacks it keeps the mapped Content ID, and so do all without this setting. A mapping that was saved before the items had a Product ID, a Variant ID and a SKU has to map the one it needs.
   */
  contentIdMode?: "" | "product_id" | "variant_id" | "sku" | "variant_or_product";
}
