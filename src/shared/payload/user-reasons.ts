import type { Reason } from '../reason'
import { clickIdIn, toIpAddress } from './user'

/** Why an IP address is dropped. */
export const IP_REASONS = {
  invalid: {
    reason: 'The value is not an IPv4 or IPv6 address.',
    remedy: 'Map the IP address of the device alone, without a port, a zone or the addresses of proxies.'
  }
} satisfies Record<string, Reason>

/** Why a mapped click ID is not sent. */
export const CLICK_ID_REASONS = {
  urlFirst: {
    reason: 'The Page URL holds a newer click ID, which is sent instead.',
    remedy: 'There is nothing to do.'
  }
} satisfies Record<string, Reason>

/** Why an IP address is dropped; undefined if it is sent. */
export function explainIp(ip: string): Reason | undefined {
  return toIpAddress(ip) === undefined ? IP_REASONS.invalid : undefined
}

/**
 * Why a mapped click ID is not sent; undefined if it is.
 * @param ttclid the mapped click ID
 * @param url the mapped Page URL
 */
export function explainClickId(ttclid: string, url: unknown): Reason | undefined {
  const newer = clickIdIn(url)
  return newer === undefined || newer === ttclid ? undefined : CLICK_ID_REASONS.urlFirst
}
