// Generated file. DO NOT MODIFY IT BY HAND.

export interface EventPayload {
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
   * Asks TikTok to limit the processing of this event under the privacy law of the person's state.
   */
  limited_data_use?: boolean;
  /**
   * TikTok Events Manager shows an event with this code under "Test Events" and does not count it. Leave it empty in production.
   */
  test_event_code?: string;
  /**
   * The source of the event: the website (default) or a CRM system.
   */
  event_source?: "web" | "crm";
  /**
   * The kind of additional properties that the event has: travel or vehicle properties.
   */
  event_spec_type?: "travel_fields" | "vehicle_fields";
  /**
   * One or more phone numbers, preferably in E.164, e.g. +14155552671. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  phone_number?: string[];
  /**
   * One or more email addresses. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  email?: string[];
  /**
   * One or more of your own IDs for the person. They are case-sensitive. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  external_id?: string[];
  /**
   * The person's first name. It is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  first_name?: string;
  /**
   * The person's last name. It is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  last_name?: string;
  /**
   * The address of the person. The zip code is hashed with SHA-256. City, state and country are sent in plain text. The country also applies to phone numbers without a calling code.
   */
  address?: {
    city?: string;
    country?: string;
    zip_code?: string;
    state?: string;
  };
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
   * Your ID for the order.
   */
  order_id?: string;
  /**
   * Your ID for the shop.
   */
  shop_id?: string;
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
   * One or more IDs of the items, for an event without Contents.
   */
  content_ids?: string[];
  /**
   * The number of items in the checkout.
   */
  num_items?: number;
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
   * The text that the visitor searched for, in a Search event.
   */
  search_string?: string;
  /**
   * How the order reaches the customer.
   */
  delivery_category?: "in_store" | "curbside" | "home_delivery";
  /**
   * The amount that you expect the customer to spend over their lifetime.
   */
  predicted_ltv?: number;
  /**
   * The lead of a CRM event. TikTok matches the event by the lead ID, an email address or a phone number. An event with none of them is refused.
   */
  lead_fields?: {
    /**
     * The ID of the lead at TikTok.
     */
    lead_id?: string;
    /**
     * The name of the CRM system.
     */
    lead_event_source?: string;
  };
  /**
   * The properties of automotive events.
   */
  vehicle_fields?: {
    /**
     * The postal code of the location of the vehicle.
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
     * The model year: four digits.
     */
    year?: number;
    /**
     * New, used or certified pre-owned.
     */
    state_of_vehicle?: "New" | "Used" | "CPO";
    /**
     * The mileage. It is sent only together with its unit.
     */
    mileage_value?: number;
    /**
     * The unit of the mileage. It is sent only together with its value.
     */
    mileage_unit?: "MI" | "KM";
    /**
     * The exterior color.
     */
    exterior_color?: string;
    /**
     * The type of transmission.
     */
    transmission?: "Automatic" | "Manual" | "Other";
    /**
     * The type of body.
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
     * The type of fuel.
     */
    fuel_type?: "Diesel" | "Electric" | "Flex" | "Gasoline" | "Hybrid" | "Other";
    /**
     * The driven wheels.
     */
    drivetrain?: "AWD" | "FOUR_WD" | "FWD" | "RWD" | "TWO_WD" | "Other";
    /**
     * The lowest price that the visitor looks for. It is sent only together with the highest.
     */
    preferred_price_range_min?: number;
    /**
     * The highest price that the visitor looks for. It is sent only together with the lowest.
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
     * The interior color.
     */
    interior_color?: string;
    /**
     * The condition of the vehicle.
     */
    condition_of_vehicle?: "Excellent" | "Good" | "Fair" | "Poor" | "Other";
    /**
     * The type of landing page of a soft lead.
     */
    viewcontent_type?: string;
    /**
     * The type of search page.
     */
    search_type?: string;
    /**
     * The type of registration page.
     */
    registration_type?: string;
  };
  /**
   * The properties of travel events: hotels, flights, destinations.
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
     * The day of arrival at the hotel, e.g. 2026-11-20.
     */
    checkin_date?: string;
    /**
     * The day of departure from the hotel, e.g. 2026-11-22.
     */
    checkout_date?: string;
    /**
     * The number of adults.
     */
    num_adults?: number;
    /**
     * The number of children.
     */
    num_children?: number;
    /**
     * The number of infants.
     */
    num_infants?: number;
    /**
     * The IDs of the hotels shown to the visitor.
     */
    suggested_hotels?: string[];
    /**
     * The day on which the outbound flight departs.
     */
    departing_departure_date?: string;
    /**
     * The day on which the return flight departs.
     */
    returning_departure_date?: string;
    /**
     * The IATA code of the departure airport.
     */
    origin_airport?: string;
    /**
     * The IATA code of the destination airport.
     */
    destination_airport?: string;
    /**
     * The IDs of the destinations in the catalog.
     */
    destination_ids?: string[];
    /**
     * The day on which the outbound flight arrives.
     */
    departing_arrival_date?: string;
    /**
     * The day on which the return flight arrives.
     */
    returning_arrival_date?: string;
    /**
     * The class of the ticket.
     */
    travel_class?: "eco" | "prem" | "bus" | "first";
    /**
     * The relative value of the traveller to the advertiser.
     */
    user_score?: number;
    /**
     * The number of stops that the traveller prefers; 0 for a direct flight.
     */
    preferred_num_stops?: number;
    /**
     * The first day of the trip.
     */
    travel_start?: string;
    /**
     * The last day of the trip.
     */
    travel_end?: string;
    /**
     * The IDs of the destinations shown to the visitor.
     */
    suggested_destinations?: string[];
  };
}
