// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The event's name at TikTok: a standard event, e.g. `CompletePayment`, or a custom name. TikTok deduplicates events of the Pixel and the server only if both have the same name.
   */
  event: string;
  /**
   * The ID of the event. Within 48 hours TikTok drops a second event with the same name and ID, so the Pixel and the server must send the same ID.
   */
  event_id?: string;
  /**
   * The time of the event: ISO 8601, `2026-08-01 10:11:12` as data warehouses export it, RFC 2822, `Aug 1, 2026 10:11:12`, or seconds or milliseconds since 1970. If it is empty, the current time is sent. Other values, and times more than a day in the future, are refused.
   */
  timestamp?: string;
  /**
   * One or more phone numbers, preferably in E.164, e.g. +14155552671. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  phone_numbers?: string[];
  /**
   * One or more email addresses. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  email_addresses?: string[];
  /**
   * Your ID for the order.
   */
  order_id?: string;
  /**
   * Your ID for the shop.
   */
  shop_id?: string;
  /**
   * One or more of your own IDs for the person. They are case-sensitive. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  external_ids?: string[];
  /**
   * The click ID that TikTok appends to the URL of the landing page. A click ID in the Page URL takes precedence, because it is newer.
   */
  ttclid?: string;
  /**
   * The value of the `_ttp` cookie that TikTok's pixel sets.
   */
  ttp?: string;
  /**
   * The ID of the lead at TikTok.
   */
  lead_id?: string;
  /**
   * The language of the device: a BCP 47 tag, e.g. en-US.
   */
  locale?: string;
  /**
   * The URL of the page. A `ttclid` in its query is sent as the TikTok Click ID. Email addresses and international phone numbers in its query and fragment are removed.
   */
  url?: string;
  /**
   * The URL of the page that linked to this one. It is cleaned like the Page URL.
   */
  referrer?: string;
  /**
   * The IPv4 or IPv6 address of the device. Other values are left out.
   */
  ip?: string;
  /**
   * The user agent of the browser. It is not hashed.
   */
  user_agent?: string;
  /**
   * The items of the event. Empty properties and empty items are left out.
   */
  contents?: {
    /**
     * The price of one unit.
     */
    price?: number | null;
    /**
     * The number of units.
     */
    quantity?: number | null;
    /**
     * The category of the item.
     */
    content_category?: string;
    /**
     * The ID of the item in TikTok's catalog.
     */
    content_id?: string;
    /**
     * The name of the item.
     */
    content_name?: string;
    /**
     * The brand of the item.
     */
    brand?: string;
    /**
     * Used only by the setting Content ID Mode.
     */
    product_id?: string;
    /**
     * Used only by the setting Content ID Mode.
     */
    variant_id?: string;
    /**
     * Used only by the setting Content ID Mode.
     */
    sku?: string;
  }[];
  /**
   * Whether the content IDs identify products or product groups in the catalog.
   */
  content_type?: "product" | "product_group";
  /**
   * The currency of the value and the prices: an ISO 4217 code, e.g. USD.
   */
  currency?: string;
  /**
   * The value of the event. 0 counts as a value. If it is missing and every item has a price, the sum of price times quantity is sent, except for page views, searches and views of product lists.
   */
  value?: number;
  /**
   * A description of the event.
   */
  description?: string;
  /**
   * The text that the visitor searched for.
   */
  query?: string;
  /**
   * Asks TikTok to limit the processing of this event under the privacy law of the person's state.
   */
  limited_data_use?: boolean;
  /**
   * TikTok Events Manager shows an event with this code under "Test Events" and does not count it. Leave it empty in production.
   */
  test_event_code?: string;
  /**
   * Sends up to 1,000 events in one request.
   */
  enable_batching?: boolean;
  /**
   * The maximum number of events in a batch: 1 to 1,000.
   */
  batch_size?: number;
}
