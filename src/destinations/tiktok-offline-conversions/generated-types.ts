// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The access token of the pixel or event set. TikTok Events Manager generates it under Settings.
   */
  accessToken: string;
  /**
   * The ID of the offline event set in TikTok Events Manager.
   */
  eventSetID: string;
  /**
   * The country of phone numbers that have no calling code and no country in the address, e.g. US. If it is empty, such numbers are left out.
   */
  defaultPhoneCountry?: string;
  /**
   * Which ID of an item is sent as its Content ID. It must be the ID in the catalog. An item without that ID keeps its mapped Content ID. The presets map Product ID, Variant ID and SKU. A mapping that was saved before this setting existed lacks them: map the one that the mode needs.
   */
  contentIdMode?: "" | "product_id" | "variant_id" | "sku" | "variant_or_product";
}
