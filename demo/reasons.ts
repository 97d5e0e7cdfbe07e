import { labelled } from '../src/cli/text'
import { WIDTH } from './width'

/** An event that was not delivered, and why. */
export interface Reason {
  readonly messageId: string
  readonly status: number
  readonly message: string
}

/** Lists each reason once, with its events below. */
export function listReasons(reasons: readonly Reason[]): string[] {
  const idsByReason = new Map<string, string[]>()
  for (const { messageId, status, message } of reasons) {
    const reason = `${status} ${withoutRequest(message)}`
    idsByReason.set(reason, [...(idsByReason.get(reason) ?? []), messageId])
  }
  return [...idsByReason].flatMap(([reason, ids]) => [
    ...labelled(`  ${ids.length} × `, reason, WIDTH),
    ...labelled('      ', ids.join(', '), WIDTH)
  ])
}

/** The message without TikTok's request ID, which differs in every message. */
function withoutRequest(message: string): string {
  return message.replace(/, request \d+\)$/, ')')
}
