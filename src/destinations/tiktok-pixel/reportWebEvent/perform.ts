import { omitEmpty } from '../../../shared/omit-empty'
import { buildProperties } from '../../../shared/payload/properties'
import { text } from '../../../shared/values'
import type { PixelClient } from '../client'
import type { PixelInput } from '../definition'
import { buildPixelUser } from '../identity'
import type { Payload } from './generated-types'

/** Reports one event to the pixel, and first whose it is, if the payload identifies the person. */
export function perform(client: PixelClient, { payload, settings }: PixelInput<Payload>): void {
  const event = text(payload.event)
  if (!event) {
    client.warn('no event name')
    return
  }
  const user = buildPixelUser(payload)
  if (user && (user.email ?? user.phone_number ?? user.external_id)) client.identify(user)
  client.tell((pixel) => {
    const properties = buildProperties(payload, true, settings.contentIdMode) ?? {}
    pixel.track(event, properties, omitEmpty({ event_id: text(payload.event_id) }) ?? {})
  })
}
