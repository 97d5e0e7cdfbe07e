import type { PixelClient } from '../client'
import { buildPixelUser } from '../identity'
import type { Payload } from './generated-types'

/** Tells the pixel who the person is, as far as the call says. */
export function perform(client: PixelClient, { payload }: { payload: Payload }): void {
  const user = buildPixelUser(payload)
  if (user) client.identify(user)
}
