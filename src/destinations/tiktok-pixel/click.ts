import { isRecord, toText } from '../../shared/coerce'
import type { AnalyticsStorage } from './analytics-types'

/** A click on an ad. */
export interface Click {
  /** TikTok's click ID. */
  id: string
  /** When an event's URL first had this click ID after the page was loaded, in milliseconds since 1970. */
  time: number
}

/** The storage key of the newest click. */
export const CLICK_KEY = 'tiktok_click'

const MAX_AGE = 30 * 24 * 3_600_000

/**
 * Finds the newest click of the last 30 days and stores it. If there is none, the stored value is removed.
 * @param storage the storage of the newest click; another tab may have stored a click newer than `current`
 * @param current the click that led to this page, if any
 * @param now in milliseconds
 */
export function keepNewestClick(storage: AnalyticsStorage, current: Click | undefined, now: number): Click | undefined {
  const stored = readClick(storage, now)
  const newest = current && stored && stored.time > current.time ? stored : (current ?? stored)
  if (newest && now - newest.time < MAX_AGE) {
    storage.set(CLICK_KEY, newest)
    return newest
  }
  storage.clear(CLICK_KEY)
  return undefined
}

/**
 * The stored click. Other code can write to the key, so the value is checked. A time in the future is refused, because
 * it would hide all newer clicks.
 * @returns undefined if there is no valid click
 */
function readClick(storage: AnalyticsStorage, now: number): Click | undefined {
  // `getConsistent` prefers the cookie, which subdomains share. The local storage lacks their clicks.
  const stored = storage.getConsistent ? storage.getConsistent(CLICK_KEY) : storage.get(CLICK_KEY)
  if (!isRecord(stored)) return undefined
  const { id, time } = stored
  return typeof id === 'string' && toText(id) && typeof time === 'number' && time <= now ? { id, time } : undefined
}
