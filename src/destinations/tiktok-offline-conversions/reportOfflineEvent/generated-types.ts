// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The event's name at TikTok: a standard event such as `CompletePayment`, or a custom name. The Pixel must report it under the same name to be deduplicated.
   */
  event: string;
  /**
   * Identifies the event. TikTok drops the second of two events with the same name and ID within 48 hours, so the Pixel and the server must send the same one.
   */
  event_id?: string;
  /**
   * When the event happened: ISO 8601, or seconds or milliseconds since 1970. Without it the time of sending counts; a time that cannot be read, or lies more than a day ahead, is refused.
   */
  timestamp?: string;
  /**
   * One phone number or several, best in E.164 format, e.g. +14155552671. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  phone_numbers?: string[];
  /**
   * One email address or several. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  email_addresses?: string[];
  /**
   * Your ID of the order.
   */
  order_id?: string;
  /**
   * Your ID of the shop.
   */
  shop_id?: string;
  /**
   * Your own identifier of the person, one or several; upper and lower case are different people. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  external_ids?: string[];
  /**
   * The click ID that TikTok appends to the landing page. One in the Page URL goes first: it is the newer click.
   */
  ttclid?: string;
  /**
   * The value of the `_ttp` cookie that TikTok's pixel sets.
   */
  ttp?: string;
  /**
   * The ID that TikTok gave the lead.
   */
  lead_id?: string;
  /**
   * The language of the device as a BCP 47 tag, e.g. en-US.
   */
  locale?: string;
  /**
   * The address of the page. A `ttclid` in its query is taken as the TikTok Click ID; email addresses and phone numbers in its query are removed.
   */
  url?: string;
  /**
   * The page that linked to this one.
   */
  referrer?: string;
  /**
   * The public IP address of the device, version 4 or 6. Anything else is left out.
   */
  ip?: string;
  /**
   * The user agent of the browser, unhashed.
   */
  user_agent?: string;
  /**
   * The items that the event is about. What an item lacks is left out, and so is an item without anything.
   */
  contents?: {
    /**
     * The price of one piece.
     */
    price?: number | null;
    /**
     * How many pieces.
     */
    quantity?: number | null;
    /**
     * The category.
     */
    content_category?: string;
    /**
     * The ID in TikTok's catalog.
     */
    content_id?: string;
    /**
     * The name.
     */
    content_name?: string;
    /**
     * The brand.
     */
    brand?: string;
    /**
     * For the Content ID Mode only.
     */
    product_id?: string;
    /**
     * For the Content ID Mode only.
     */
    variant_id?: string;
    /**
     * For the Content ID Mode only.
     */
    sku?: string;
  }[];
  /**
   * Whether the content IDs are those of single products or of product groups in the catalog.
   */
  content_type?: "product" | "product_group";
  /**
   * The currency of the value and the prices as an ISO 4217 code, e.g. USD.
   */
  currency?: string;
  /**
   * What the event is worth; 0 is a value. Without one it is the sum of price times quantity, if every item has a price.
   */
  value?: number;
  /**
   * What the event is about, in words.
   */
  description?: string;
  /**
   * The text that was searched for.
   */
  query?: string;
  /**
   * Asks TikTok to limit the processing of this event where the law of the person's state provides for it.
   */
  limited_data_use?: boolean;
  /**
   * Shows the event under "Test Events" in TikTok Events Manager instead of counting it. Leave it empty for real traffic.
   */
  test_event_code?: string;
  /**
   * Sends up to 1,000 events in one request instead of one each.
   */
  enable_batching?: boolean;
  /**
   * How many events Segment collects for one batch, 1 to 1,000.
   */
  batch_size?: number;
}
