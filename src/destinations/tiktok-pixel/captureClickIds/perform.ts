import { isRecord, toText, toTextList } from '../../../shared/coerce'
import { CONVERSIONS, CONVERSIONS_SINCE_2024, OFFLINE_CONVERSIONS } from '../../../shared/destination-names'
import { omitEmpty } from '../../../shared/omit-empty'
import { CLICK_KEY, keepNewestClick } from '../click'
import type { PixelClient } from '../client'
import { currentPage } from '../host-page'
import type { CaptureInput } from '../types'

const INTEGRATIONS = [CONVERSIONS, CONVERSIONS_SINCE_2024, OFFLINE_CONVERSIONS]

/**
 * Adds the click ID and the value of TikTok's cookie to the event's integrations object, if there is consent. Without
 * consent, the click ID in the URL is kept in memory, but not stored. A denial deletes the stored click.
 */
export function perform(client: PixelClient, { context, analytics: { storage } }: CaptureInput): void {
  const { event } = context
  const now = Date.now()
  const [id] = toTextList(new URLSearchParams(event.context?.page?.search).getAll('ttclid')) ?? []
  if (id && id !== client.click?.id) client.click = { id, time: now }

  const consent = client.consentFor(event)
  if (consent === 'denied') storage.clear(CLICK_KEY)
  if (consent !== 'granted') return

  const ids = omitEmpty({ ttclid: keepNewestClick(storage, client.click, now)?.id, ttp: readTtpCookie() })
  if (!ids) return
  const integrations = event.integrations ?? {}
  for (const name of INTEGRATIONS) {
    const current = integrations[name]
    // Adding IDs to a destination that is switched off would switch it on.
    const isOff = current === false || (integrations['All'] === false && !current)
    if (!isOff) context.updateEvent(`integrations.${name}`, { ...ids, ...(isRecord(current) && current) })
  }
}

function readTtpCookie(): string | undefined {
  try {
    return toText(/(^|; )_ttp=([^;]*)/.exec(currentPage().document.cookie)?.[2])
  } catch {
    // In a sandboxed frame, reading cookies throws.
    return undefined
  }
}
