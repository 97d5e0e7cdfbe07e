import type { Reason } from '../reason'
import { clickIdIn, toIpAddress } from './user'

/** Why an IP address is dropped. */
export const IP_REASONS = {
  invalid: {
    reason: 'The value is not a plain IPv4 or IPv6 address.',
    remedy: "Map only the device's IP address: no port, zone ID or proxy addresses."
  }
} satisfies Record<string, Reason>

/** Why the click ID in the Page URL is sent. */
export const CLICK_ID_REASONS = {
  urlHasAnother: {
    reason: 'The Page URL holds another click ID, which is sent instead.',
    remedy: 'No action is needed.'
  },
  onlyInUrl: {
    reason: 'No click ID is mapped, or the mapped one is blank, so the click ID in the Page URL is sent.',
    remedy: 'No action is needed.'
  }
} satisfies Record<string, Reason>

/** Why an IP address is dropped; undefined if it is sent. */
export function explainIp(ip: string): Reason | undefined {
  return toIpAddress(ip) === undefined ? IP_REASONS.invalid : undefined
}

/**
 * Why the click ID in the Page URL is sent; undefined if the URL has none, or the same as the mapping.
 * @param ttclid the mapped click ID; undefined if it is missing or blank
 * @param url the mapped Page URL
 */
export function explainClickId(ttclid: string | undefined, url: unknown): Reason | undefined {
  const urlClickId = clickIdIn(url)
  if (urlClickId === undefined || urlClickId === ttclid) return undefined
  return ttclid === undefined ? CLICK_ID_REASONS.onlyInUrl : CLICK_ID_REASONS.urlHasAnother
}
