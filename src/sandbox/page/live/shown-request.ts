import { formatNumber } from '../format'
import { ROLE } from '../role'
import type { Row } from '../rows'

/** The body of a row's request: a value, or text if it is not JSON or is truncated. */
export type ShownRequest = { note?: string | undefined } & ({ value: unknown; text?: undefined } | { text: string })

/** The request body of a row. If the request has many events, only the row's own event is shown. */
export function toShownRequest({ entry, index, text }: Row): ShownRequest {
  if (text.fullLength !== undefined) {
    return {
      text: text.json,
      note: `Only the beginning of ${formatNumber(text.fullLength)} characters.${ROLE === 'sandbox' ? ' GET /requests returns all of them.' : ''}`
    }
  }
  const value = JSON.parse(text.json) as unknown
  if (entry.via === 'pixel') return { value }
  if (entry.events.length === 0) return typeof value === 'string' ? { text: value } : { value }
  const { json, fullLength } = entry.root
  if (fullLength !== undefined) {
    const note = `The request has ${formatNumber(fullLength)} more characters, which are left out here.`
    return { value: { data: [value] }, note }
  }
  const note =
    entry.events.length > 1
      ? `Event ${formatNumber(index + 1)} of ${formatNumber(entry.events.length)} in its request. Only this event is shown.`
      : undefined
  return { value: { ...(JSON.parse(json) as object), data: [value] }, note }
}
