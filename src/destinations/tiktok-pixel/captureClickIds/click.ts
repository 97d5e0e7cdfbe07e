import { isRecord, number, text } from '../../../shared/values'

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
  set: (key: string, value: Click) => void
  clear: (key: string) => void
}

const KEY = 'tiktok_pixel_click'
const KEPT_FOR = 30 * 24 * 3_600_000

/**
 * The newest click of the last 30 days, which is kept from now on.
 * @param storage where the last one is; it copes with a visitor who blocks it
 * @param click the one that led to this page, if one did
 * @param now in milliseconds
 */
export function keepNewest(storage: ClickStorage, click: Click | undefined, now: number): Click | undefined {
  const isFresh = ({ time }: Click) => now - time < KEPT_FOR
  const [newest] = [click, readClick(storage.get(KEY))]
    .filter((known) => known !== undefined)
    .filter(isFresh)
    .sort((one, other) => other.time - one.time)
  if (newest) storage.set(KEY, newest)
  else storage.clear(KEY)
  return newest
}

/** Forgets the click that was kept. */
export function forgetClick(storage: ClickStorage): void {
  storage.clear(KEY)
}

function readClick(stored: unknown): Click | undefined {
  if (!isRecord(stored)) return undefined
  const id = text(stored['id'])
  const time = number(stored['time'])
  return id === undefined || time === undefined ? undefined : { id, time }
}
