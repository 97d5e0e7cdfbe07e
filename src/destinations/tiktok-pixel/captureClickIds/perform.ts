import { omitEmpty } from '../../../shared/omit-empty'
import { CONVERSIONS, OFFLINE_CONVERSIONS } from '../../../shared/destination-names'
import { toText } from '../../../shared/coerce'
import type { PixelClient } from '../client'
import type { CaptureInput } from '../types'
import { CLICK_KEY, keepNewest } from './click'

/**
 * Hands the click ids to the server destinations, through the event's integrations object. The URL's click id is
 * remembered at once, but stored, like all that is handed over, only with consent.
 */
export function perform(client: PixelClient, { context, analytics: { storage } }: CaptureInput): void {
  const { event } = context
  // Also here, because this action may run before the enrichment that reads every event's consent.
  client.observeConsent(event)
  const now = Date.now()
  const id = toText(new URLSearchParams(event.context?.page?.search).get('ttclid'))
  if (id && id !== client.click?.id) client.click = { id, time: now }

  const { choice } = client
  if (choice === false) storage.clear(CLICK_KEY)
  if (!choice) return

  const ids = omitEmpty({ ttclid: toText(keepNewest(storage, client.click, now).id), ttp: ttpCookie() })
  if (!ids) return
  const { integrations = {} } = event
  for (const name of [CONVERSIONS, OFFLINE_CONVERSIONS]) {
    const current = integrations[name]
    // Where it is off, writing there would switch the destination on.
    const isOn = integrations['All'] === false ? current : current !== false
    if (isOn) context.updateEvent(`integrations.${name}`, { ...ids, ...(current as object) })
  }
}

/** What TikTok's pixel calls the visitor. */
function ttpCookie(): string | undefined {
  try {
    return toText(/(^|; )_ttp=([^;]*)/.exec(document.cookie)?.[2])
  } catch {
    // A sandboxed frame has no cookies, and says so with an error.
    return undefined
  }
}
