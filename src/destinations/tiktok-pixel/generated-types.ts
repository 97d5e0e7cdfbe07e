// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The ID of the pixel, as TikTok Events Manager shows it. TikTok Conversions must use the same ID.
   */
  pixelCode: string;
  /**
   * Asks TikTok to limit the processing of this pixel's data under the privacy law of the visitor's state.
   */
  ldu?: boolean;
  /**
   * Reports one page view when the pixel loads. It has no effect if a mapping reports Pageview for all page calls, because only those events carry the event ID that deduplication needs.
   */
  autoPageView?: boolean;
  /**
   * Uses the pixel that the page itself loads, and does not load another.
   */
  useExistingPixel?: boolean;
  /**
   * How the Pixel waits for the visitor's consent. On: TikTok's script is loaded and holds all events. Strict: TikTok's script is not loaded. Off: consent is not checked. Segment's consent wrapper adds the visitor's choice to each event.
   */
  consentMode?: "off" | "on" | "strict";
  /**
   * The consent category of this pixel in `context.consent.categoryPreferences`, e.g. C0004. The default is `Advertising`.
   */
  consentCategory?: string;
  /**
   * Which ID of an item is sent as its Content ID. It must be the ID in the catalog. An item without that ID keeps its mapped Content ID. The presets map Product ID, Variant ID and SKU. A mapping that was saved before this setting existed lacks them: map the one that the mode needs.
   */
  contentIdMode?: "" | "product_id" | "variant_id" | "sku" | "variant_or_product";
}
