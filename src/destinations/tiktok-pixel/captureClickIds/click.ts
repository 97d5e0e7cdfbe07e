/** A click on an ad. */
export interface Click {
  /** TikTok's click id. */
  id: string
  /** When we saw it first, in milliseconds. */
  time: number
}

/** As much of analytics.js's storage as a click needs. */
export interface ClickStorage {
  get: (key: string) => unknown
  set: (key: string, value: Partial<Click>) => void
  clear: (key: string) => void
}

/** Where the last click is kept, with its time. */
export const CLICK_KEY = 'tiktok_click'

const KEPT_FOR = 30 * 24 * 3_600_000

/**
 * The newest click of the last 30 days, which is kept from now on.
 * @param storage where the last one is; it copes with a visitor who blocks it
 * @param click the one that led to this page, if one did
 * @param now in milliseconds
 */
export function keepNewest(storage: ClickStorage, click: Click | undefined, now: number): Partial<Click> {
  let newest: Pick<Click, 'time'> & Partial<Click> = { time: now - KEPT_FOR }
  // Another tab may have seen a newer one.
  for (const known of [click, storage.get(CLICK_KEY) as Click | undefined]) {
    if (known && known.time > newest.time) newest = known
  }
  if (newest.id) storage.set(CLICK_KEY, newest)
  else storage.clear(CLICK_KEY)
  return newest
}
