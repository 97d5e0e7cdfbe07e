// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
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
   * Your own identifier of the person, one or several; upper and lower case are different people. It is normalised and hashed with SHA-256 before it is sent; a value that is a SHA-256 already is passed on.
   */
  external_id?: string[];
}
