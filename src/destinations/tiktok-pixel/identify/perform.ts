import type { PixelClient } from '../client'
import { buildPixelUser } from '../pixel-user'
import type { PixelInput } from '../types'
import type { Payload } from './generated-types'

/** Tells the pixel who the person is, if the payload holds an identifier. */
export function perform(client: PixelClient, { payload, context }: PixelInput<Payload>): void {
  const user = buildPixelUser(payload)
  if (user) client.report({ user }, context.event)
}
