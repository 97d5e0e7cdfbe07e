// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * One or more phone numbers, preferably in E.164, e.g. +14155552671. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  phone_number?: string[];
  /**
   * One or more email addresses. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  email?: string[];
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
   * One or more of your own IDs for the person. They are case-sensitive. Each is normalised and hashed with SHA-256 before it is sent. A SHA-256 hash is not hashed again.
   */
  external_id?: string[];
}
