// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * Where the event comes from: the website or a CRM system. Website when nothing is chosen.
   */
  event_source?: "web" | "crm";
  /**
   * Adds the properties of travel or of vehicle events.
   */
  event_spec_type?: "travel_fields" | "vehicle_fields";
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
  phone_number?: string[];
  /**
   * One email address or several. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  email?: string[];
  /**
   * The person's first name. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  first_name?: string;
  /**
   * The person's last name. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  last_name?: string;
  /**
   * The address of the person. The zip code is hashed with SHA-256; city, state and country are sent in plain text. The country also tells how to read a phone number that has no country code.
   */
  address?: {
    city?: string;
    country?: string;
    zip_code?: string;
    state?: string;
  };
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
  external_id?: string[];
  /**
   * The click ID that TikTok appends to the landing page. One in the Page URL goes first: it is the newer click.
   */
  ttclid?: string;
  /**
   * The value of the `_ttp` cookie that TikTok's pixel sets.
   */
  ttp?: string;
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
   * The IDs of the items, one or several, where there are no Contents.
   */
  content_ids?: string[];
  /**
   * How many items a checkout holds.
   */
  num_items?: number;
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
   * How the order reaches the customer.
   */
  delivery_category?: "in_store" | "curbside" | "home_delivery";
  /**
   * What you expect the customer to be worth over the years, as an exact amount.
   */
  predicted_ltv?: number;
  /**
   * The text that was searched for, of a Search event.
   */
  search_string?: string;
  /**
   * The lead of a CRM event. TikTok refuses one without a lead ID.
   */
  lead_fields?: {
    /**
     * The ID that TikTok gave the lead.
     */
    lead_id?: string;
    /**
     * The name of the CRM system.
     */
    lead_event_source?: string;
  };
  /**
   * Properties of automotive events.
   */
  vehicle_fields?: {
    /**
     * The postal code where the vehicle is.
     */
    postal_code?: string;
    /**
     * The brand of the vehicle.
     */
    make?: string;
    /**
     * The model of the vehicle.
     */
    model?: string;
    /**
     * The model year, four digits.
     */
    year?: number;
    /**
     * New, used or certified pre-owned.
     */
    state_of_vehicle?: "New" | "Used" | "CPO";
    /**
     * The mileage. Sent together with its unit only.
     */
    mileage_value?: number;
    /**
     * The unit of the mileage. Sent together with its value only.
     */
    mileage_unit?: "MI" | "KM";
    /**
     * The color of the paint.
     */
    exterior_color?: string;
    /**
     * How the vehicle shifts.
     */
    transmission?: "Automatic" | "Manual" | "Other";
    /**
     * The shape of the body.
     */
    body_style?:
      | "Convertible"
      | "Coupe"
      | "Hatchback"
      | "Minivan"
      | "Truck"
      | "SUV"
      | "Sedan"
      | "Van"
      | "Wagon"
      | "Crossover"
      | "Other";
    /**
     * What it runs on.
     */
    fuel_type?: "Diesel" | "Electric" | "Flex" | "Gasoline" | "Hybrid" | "Other";
    /**
     * Which wheels are driven.
     */
    drivetrain?: "AWD" | "FOUR_WD" | "FWD" | "RWD" | "TWO_WD" | "Other";
    /**
     * The lowest price that the visitor looks for. Sent together with the highest only.
     */
    preferred_price_range_min?: number;
    /**
     * The highest price that the visitor looks for. Sent together with the lowest only.
     */
    preferred_price_range_max?: number;
    /**
     * The trim level.
     */
    trim?: string;
    /**
     * The vehicle identification number.
     */
    vin?: string;
    /**
     * The color of the interior.
     */
    interior_color?: string;
    /**
     * How good the vehicle still is.
     */
    condition_of_vehicle?: "Excellent" | "Good" | "Fair" | "Poor" | "Other";
    /**
     * The kind of landing page of a soft lead.
     */
    viewcontent_type?: string;
    /**
     * The kind of search page.
     */
    search_type?: string;
    /**
     * The kind of registration page.
     */
    registration_type?: string;
  };
  /**
   * Properties of travel events: hotels, flights, destinations.
   */
  travel_fields?: {
    /**
     * The city of the hotel.
     */
    city?: string;
    /**
     * The region of the hotel, as shown to the visitor.
     */
    region?: string;
    /**
     * The country of the hotel.
     */
    country?: string;
    /**
     * The day the guest arrives, e.g. 2026-11-20.
     */
    checkin_date?: string;
    /**
     * The day the guest leaves, e.g. 2026-11-22.
     */
    checkout_date?: string;
    /**
     * How many adults travel.
     */
    num_adults?: number;
    /**
     * How many children travel.
     */
    num_children?: number;
    /**
     * How many infants travel.
     */
    num_infants?: number;
    /**
     * The IDs of the hotels that the visitor was shown.
     */
    suggested_hotels?: string[];
    /**
     * The day of the outbound flight.
     */
    departing_departure_date?: string;
    /**
     * The day of the flight back.
     */
    returning_departure_date?: string;
    /**
     * The IATA code of the airport the trip starts from.
     */
    origin_airport?: string;
    /**
     * The IATA code of the airport the trip goes to.
     */
    destination_airport?: string;
    /**
     * The IDs of the destinations in the catalog.
     */
    destination_ids?: string[];
    /**
     * The day the outbound flight lands.
     */
    departing_arrival_date?: string;
    /**
     * The day the flight back lands.
     */
    returning_arrival_date?: string;
    /**
     * The class of the ticket.
     */
    travel_class?: "eco" | "prem" | "bus" | "first";
    /**
     * How much the traveller is worth to the advertiser, relative to others.
     */
    user_score?: number;
    /**
     * How many stops the traveller wants at most; 0 for a direct flight.
     */
    preferred_num_stops?: number;
    /**
     * The day the trip starts.
     */
    travel_start?: string;
    /**
     * The day the trip ends.
     */
    travel_end?: string;
    /**
     * The IDs of the destinations that the visitor was shown.
     */
    suggested_destinations?: string[];
  };
  /**
   * Sends up to 1,000 events in one request instead of one each.
   */
  enable_batching?: boolean;
  /**
   * How many events Segment collects for one batch, 1 to 1,000.
   */
  batch_size?: number;
}
