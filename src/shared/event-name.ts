import { toText } from './coerce'

/**
 * The event name as TikTok spells it. Saved mappings say `PageView` on the server and `Pageview` in the browser, and
 * TikTok deduplicates only events with the same name.
 * @returns undefined when the name is blank
 */
export function toEventName(value: unknown): string | undefined {
  const name = toText(value)
  return name === 'PageView' ? 'Pageview' : name
}
