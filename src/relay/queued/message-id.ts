import { createHash } from 'node:crypto'
import type { DestinationKey } from './streams'

/**
 * Makes the ID of a message about an event. The same arguments always give the same ID. The ID is a hash, because an
 * event's own ID may hold characters that a NATS header does not allow.
 * @param sequence numbers that distinguish different messages about one event
 */
export function messageIdOf(
  { source, name }: DestinationKey,
  messageId: string,
  ...sequence: readonly number[]
): string {
  return createHash('sha256')
    .update(JSON.stringify([source, name, messageId, ...sequence]))
    .digest('base64url')
}
