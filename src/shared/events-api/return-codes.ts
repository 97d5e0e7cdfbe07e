/**
 * The verdict on a request:
 *
 * - `accepted`: TikTok accepted the events, or some of them (code 20001)
 * - `busy`: too many requests; send again later
 * - `unavailable`: TikTok or the connection failed; send again later
 * - `token`: TikTok does not accept the access token
 * - `forbidden`: the token has no permission for the pixel or event set
 * - `refused`: TikTok refused the request for any other reason, usually an invalid event
 */
export type Verdict = 'accepted' | 'busy' | 'unavailable' | 'token' | 'forbidden' | 'refused'

/** The meaning of a return code. */
export interface ReturnCode {
  readonly verdict: Verdict
  /** How long to wait before the next request, in seconds. */
  readonly wait?: number
  /**
   * The cause of the refusal: `event` for a field of one event, `request` for a field that all events share.
   * Missing if it is neither or unknown.
   */
  readonly fault?: 'event' | 'request'
}

const ACCEPTED: ReturnCode = { verdict: 'accepted' }
/** No event is at fault, so the same events are sent again later. */
const UNAVAILABLE: ReturnCode = { verdict: 'unavailable' }
const TOKEN: ReturnCode = { verdict: 'token' }
const FORBIDDEN: ReturnCode = { verdict: 'forbidden' }
const BAD_EVENT: ReturnCode = { verdict: 'refused', fault: 'event' }
const BAD_REQUEST: ReturnCode = { verdict: 'refused', fault: 'request' }

/** The wait if the message does not name the limit. TikTok's shortest limit is per second. */
const BUSY: ReturnCode = { verdict: 'busy', wait: 1 }
/** TikTok does not say how long these limits last. */
const BUSY_FOR_A_WHILE: ReturnCode = { verdict: 'busy', wait: 60 }

/** The code for a request in which TikTok accepted only some of the events. */
export const PARTIAL_SUCCESS = 20001

/**
 * TikTok's return codes. The comments paraphrase TikTok's names for them.
 * Sources: TikTok, "Appendix: Return codes"; `tiktok_code.py` of TikTok's Business API SDK.
 */
const RETURN_CODES: Readonly<Record<number, ReturnCode>> = {
  0: ACCEPTED, // OK
  [PARTIAL_SUCCESS]: ACCEPTED, // partial success
  40050: ACCEPTED, // duplicate request

  40100: BUSY, // the developer app is over its limit per second, minute or day
  40016: BUSY_FOR_A_WHILE, // the endpoint is over its limit
  40132: BUSY_FOR_A_WHILE, // requests with this field value are over their limit
  40133: BUSY_FOR_A_WHILE, // the advertiser is over its limit
  61000: BUSY_FOR_A_WHILE, // too many requests

  40006: UNAVAILABLE, // API version
  40010: UNAVAILABLE, // domain
  40051: UNAVAILABLE, // API version
  40202: UNAVAILABLE, // write conflict
  41000: UNAVAILABLE, // blocked IP address
  41001: UNAVAILABLE, // endpoint offline
  50000: UNAVAILABLE, // system error
  50002: UNAVAILABLE, // system time-out
  60001: UNAVAILABLE, // maintenance

  40101: TOKEN, // developer app
  40102: TOKEN, // access token expired
  40103: TOKEN, // refresh token expired
  40104: TOKEN, // access token missing
  40105: TOKEN, // access token incorrect or revoked
  40106: TOKEN, // user of the token
  40107: TOKEN, // refresh token incorrect
  40110: TOKEN, // authorization code
  40113: TOKEN, // app blocked
  40115: TOKEN, // signature expired
  40116: TOKEN, // signature incorrect
  40117: TOKEN, // app may not use the endpoint
  40118: TOKEN, // not on the allowlist
  40119: TOKEN, // developer and advertiser differ
  40124: TOKEN, // developer rejected
  40125: TOKEN, // developer without permission
  40130: TOKEN, // scope not granted

  40001: FORBIDDEN, // no permission on the pixel or event set

  40000: BAD_EVENT, // invalid parameter
  40002: BAD_EVENT, // invalid parameter
  40061: BAD_EVENT, // invalid batch
  40062: BAD_EVENT, // personal data not hashed
  40700: BAD_EVENT, // validation failed
  40063: BAD_REQUEST // partner name
}

/** The meaning of a return code. An undocumented code means `refused`. */
export function returnCode(code: number): ReturnCode {
  // The internal errors of TikTok's services and databases.
  if (code >= 51000 && code <= 53999) return UNAVAILABLE
  return RETURN_CODES[code] ?? { verdict: 'refused' }
}

/** The wait in seconds after each limit: queries per second (QPS), per minute (QPM) or per day (QPD). */
const WAIT_BY_LIMIT = {
  QPS: () => 1,
  // This limit may last five minutes.
  QPM: () => 300,
  // This limit is reset at 00:00 UTC.
  QPD: (now: number) => 86_400 - (Math.floor(now / 1000) % 86_400)
}

/**
 * How long to wait after a rate limit, in seconds. It depends on the limit that TikTok's message names, e.g.
 * `App 123 reaches the QPS limit 10, current QPS is 11`. If the message names none, it depends on the code.
 * Source: TikTok, "Rate limits".
 * @param now the clock, in milliseconds since 1970
 * @returns undefined for a code that is not a rate limit
 */
export function rateLimitWait(code: number, message: string | undefined, now: number): number | undefined {
  const { verdict, wait } = returnCode(code)
  if (verdict !== 'busy') return undefined
  const limit = /\bQP[SMD]\b/.exec(message ?? '')?.[0] as keyof typeof WAIT_BY_LIMIT | undefined
  return limit === undefined ? wait : WAIT_BY_LIMIT[limit](now)
}
