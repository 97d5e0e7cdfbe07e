import type { Reason } from '../reason'
import { clickIdIn, toIpAddress } from './user'

/** Why an IP address is dropped. */
export const IP_REASONS = {
  invalid: {
    reason: 'The value is not a plain IPv4 or IPv6 address.',
    remedy: "Map only the device's IP address: no port, zone ID or proxy addresses."
  }
} satisfies Record<string, Reason>

/** Why a mapped click ID is not sent. */
export const CLICK_ID_REASONS = {
  urlHasNewer: {
    reason: 'The Page URL holds a newer click ID, which is sent instead.',
    remedy: 'No action is needed.'
  }
} satisfies Record<string, Reason>

/** Why an IP address is dropped; undefined if it is sent. */
export function explainIp(ip: string): Reason | undefined {
  return toIpAddress(ip) === undefined ? IP_REASONS.invalid : undefined
}

/**
 * Why a mapped click ID is not sent; undefined if it is sent.
 * @param ttclid the mapped click ID
 * @param url the mapped Page URL
 */
export function explainClickId(ttclid: string, url: unknown): Reason | undefined {
  const urlClickId = clickIdIn(url)
  const isReplaced = urlClickId !== undefined && urlClickId !== ttclid
  return isReplaced ? CLICK_ID_REASONS.urlHasNewer : undefined
}
