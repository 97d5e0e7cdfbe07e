import { createHash } from 'node:crypto'
import type { Lane } from './streams'

/**
 * The message ID of an event. It is the same for every repetition, and valid in a header for any ID of the event.
 * @param sequence distinguishes messages about one event that are not repetitions
 */
export function messageIdOf({ source, name }: Lane, messageId: string, ...sequence: readonly number[]): string {
  return createHash('sha256')
    .update(JSON.stringify([source, name, messageId, ...sequence]))
    .digest('base64url')
}
