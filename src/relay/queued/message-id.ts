import { createHash } from 'node:crypto'
import type { Lane } from './streams'

/**
 * The message id of an event: the same for every repetition, and fit for a header whatever the event's own id holds.
 * @param sequence tells apart messages about one event that do not repeat each other
 */
export function messageIdOf({ source, name }: Lane, messageId: string, ...sequence: readonly number[]): string {
  return createHash('sha256')
    .update(JSON.stringify([source, name, messageId, ...sequence]))
    .digest('base64url')
}
