// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * One or more phone numbers, best in E.164, e.g. +14155552671. It is normalised and hashed with SHA-256 before it is sent; a SHA-256 is sent as it is.
   */
  phone_number?: string[];
  /**
   * One or more email addresses. It is normalised and hashed with SHA-256 before it is sent; a SHA-256 is sent as it is.
   */
  email?: string[];
  /**
   * The person's first name. It is normalised and hashed with SHA-256 before it is sent; a SHA-256 is sent as it is.
   */
  first_name?: string;
  /**
   * The person's last name. It is normalised and hashed with SHA-256 before it is sent; a SHA-256 is sent as it is.
   */
  last_name?: string;
  /**
   * The address of the person. The zip code is hashed with SHA-256; city, state and country are sent in plain text. The country also applies to phone numbers without a calling code.
   */
  address?: {
    city?: string;
    country?: string;
    zip_code?: string;
    state?: string;
  };
  /**
   * One or more of your own IDs of the person. Upper and lower case are different people. It is normalised and hashed with SHA-256 before it is sent; a SHA-256 is sent as it is.
   */
  external_id?: string[];
}
