import { toText } from '../coerce'
import { type Compact, omitEmpty } from '../omit-empty'
import { cleanUrl } from './clean-url'
import type { EventInput } from './event-input'

/** The page of an event. */
export type Page = Compact<{ url: string | undefined; referrer: string | undefined }>

/**
 * Builds the page of an event, with its URLs cleaned (see {@link cleanUrl}). Source: TikTok, "Events API 2.0: Page".
 * @returns undefined when neither URL is known
 */
export function buildPage({ url, referrer }: EventInput): Page | undefined {
  return omitEmpty({ url: clean(url), referrer: clean(referrer) })
}

function clean(value: unknown): string | undefined {
  const url = toText(value)
  return url && cleanUrl(url)
}
