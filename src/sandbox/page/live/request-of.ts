import { counted, grouped } from '../format'
import { ROLE } from '../role'
import type { Row } from '../rows'

/** The body of a row's request: as a value, or as text if it is not JSON or was cut. */
export type ShownRequest = { note?: string | undefined } & ({ value: unknown; text?: undefined } | { text: string })

/** The request body of a row. If the request has many events, only the row's own event is shown. */
export function requestOf({ entry, index, text }: Row): ShownRequest {
  if (text.cutFrom !== undefined) {
    return {
      text: text.json,
      note: `Only the beginning of ${grouped(text.cutFrom)} characters.${ROLE === 'sandbox' ? ' GET /requests has all.' : ''}`
    }
  }
  const value = JSON.parse(text.json) as unknown
  if (entry.via === 'pixel') return { value }
  if (entry.events.length === 0) return typeof value === 'string' ? { text: value } : { value }
  const note =
    entry.events.length > 1
      ? `Event ${grouped(index + 1)} of ${grouped(entry.events.length)} in its request. The other ${counted(entry.events.length - 1, 'event')} are left out here.`
      : undefined
  return { value: { ...(JSON.parse(entry.root.json) as object), data: [value] }, note }
}
