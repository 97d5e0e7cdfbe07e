import type { PixelClient } from '../client'
import type { PixelInput } from '../definition'
import { buildPixelUser } from '../identity'
import type { Payload } from './generated-types'

/** Tells the pixel who the person is, as far as the call says. */
export function perform(client: PixelClient, { payload }: PixelInput<Payload>): void {
  const user = buildPixelUser(payload)
  if (user) client.identify(user)
}
