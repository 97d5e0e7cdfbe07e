// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The access token that TikTok Events Manager generates for the pixel or event set, under Settings.
   */
  accessToken: string;
  /**
   * The ID of the pixel, as TikTok Events Manager shows it. The Pixel in the browser must use the same.
   */
  pixelCode: string;
  /**
   * The ID of the CRM event set that CRM events go to. Without it they go to the pixel.
   */
  crmEventSetId?: string;
  /**
   * The country, e.g. US, whose phone numbers are meant when neither the number nor the address names one. Without it such numbers are left out.
   */
  defaultPhoneCountry?: string;
  /**
   * Which ID of an item is its Content ID at TikTok; it must be the one that the catalog has. An item that lacks it keeps the mapped Content ID, and so do all without this setting. A mapping that was saved before the items had a Product ID, a Variant ID and a SKU has to map the one it needs.
   */
  contentIdMode?: "" | "product_id" | "variant_id" | "sku" | "variant_or_product";
}
