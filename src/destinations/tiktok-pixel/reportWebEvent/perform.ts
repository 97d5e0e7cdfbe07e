import { omitEmpty } from '../../../shared/omit-empty'
import { buildProperties } from '../../../shared/payload/properties'
import { toText } from '../../../shared/coerce'
import type { PixelClient } from '../client'
import type { PixelInput } from '../types'
import { buildPixelUser } from '../pixel-user'
import type { Payload } from './generated-types'

/** Reports one event to the pixel, and first whose it is, if the payload identifies the person. */
export function perform(client: PixelClient, { payload, settings }: PixelInput<Payload>): void {
  const event = toText(payload.event)
  if (!event) {
    client.warn('no event name')
    return
  }
  const user = buildPixelUser(payload)
  if (user && (user.email ?? user.phone_number ?? user.external_id)) client.identify(user)
  client.whenAllowed((pixel) => {
    const properties = buildProperties(payload, true, settings.contentIdMode) ?? {}
    pixel.track(event, properties, omitEmpty({ event_id: toText(payload.event_id) }) ?? {})
  })
}
