import type { PixelClient } from '../client'
import type { PixelInput } from '../types'
import { buildPixelUser } from '../pixel-user'
import type { Payload } from './generated-types'

/** Tells the pixel who the person is, as far as the call says. */
export function perform(client: PixelClient, { payload }: PixelInput<Payload>): void {
  const user = buildPixelUser(payload)
  if (user) client.identify(user)
}
