import { createHash } from 'node:crypto'
import type { Lane } from './streams'

/** The message id of an event: the same for every repetition, and fit for a header whatever the event's own id holds. */
export function messageIdOf({ source, name }: Lane, messageId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([source, name, messageId]))
    .digest('base64url')
}
