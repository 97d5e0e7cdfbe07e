import { type Compact, omitEmpty } from '../omit-empty'
import { toText } from '../coerce'
import type { EventInput } from './event-input'

/** Where an event happened. */
export type Page = Compact<{ url: string | undefined; referrer: string | undefined }>

/** An email address or an international phone number, as a form leaves it in the query of the page that follows. */
const PERSONAL = /[^\s?&=#/]+(?:@|%40)[^\s?&=#/]+|(?:\+|%2B)\d[\d().-]{5,}\d/gi

/**
 * The page of an event. Source: TikTok, "Events API 2.0: Page".
 * @returns undefined when neither address is known
 */
export function buildPage({ url, referrer }: EventInput): Page | undefined {
  return omitEmpty({ url: withoutPersonalData(url), referrer: withoutPersonalData(referrer) })
}

/** Personal data goes out hashed or not at all. What is before the query is the page itself, and stays as it is. */
function withoutPersonalData(address: unknown): string | undefined {
  const given = toText(address)
  const start = given?.search(/[?#]/) ?? -1
  if (given === undefined || start < 0) return given
  return given.slice(0, start) + given.slice(start).replace(PERSONAL, 'removed')
}
