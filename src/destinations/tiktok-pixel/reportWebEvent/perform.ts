import { toText } from '../../../shared/coerce'
import { toEventName } from '../../../shared/event-name'
import { omitEmpty } from '../../../shared/omit-empty'
import { buildProperties } from '../../../shared/payload/properties'
import type { PixelClient } from '../client'
import { buildPixelUser } from '../pixel-user'
import type { PixelInput } from '../types'
import type { Payload } from './generated-types'

/** Reports the event to the pixel. If the payload holds an identifier, it reports the person first. */
export function perform(client: PixelClient, { payload, settings, context }: PixelInput<Payload>): void {
  const name = toEventName(payload.event)
  if (!name) {
    client.warn('an event was not reported: its event name is blank')
    return
  }
  const user = buildPixelUser(payload)
  const hasIdentifier = user?.email ?? user?.phone_number ?? user?.external_id
  const properties = buildProperties(payload, true, settings.contentIdMode) ?? {}
  const options = omitEmpty({ event_id: toText(payload.event_id) }) ?? {}
  client.report({ user: hasIdentifier ? user : undefined, track: [name, properties, options] }, context.event)
}
