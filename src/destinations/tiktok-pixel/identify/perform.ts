import type { PixelClient } from '../client'
import { buildPixelUser } from '../pixel-user'
import type { PixelInput } from '../types'
import type { Payload } from './generated-types'

/** Reports the person to the pixel if the payload holds any match key. */
export function perform(client: PixelClient, { payload, context }: PixelInput<Payload>): void {
  const user = buildPixelUser(payload)
  if (user) client.report({ user }, context.event)
}
