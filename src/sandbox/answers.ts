import type { ReceivedAnswer } from './entry'
import type { AcceptedEvent } from './records'

/** The HTTP response, or a reset of the connection. */
export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: 'raw'; readonly status: number; readonly body: string; readonly contentType: string }
  | { readonly kind: 'reset' }

/** The result of a request. */
export interface Outcome {
  readonly reply: Reply
  /** Milliseconds until the reply is sent. */
  readonly delay: number
  /** The events that TikTok accepted. */
  readonly accepted: readonly AcceptedEvent[]
}

/** The default message for each return code. */
const MESSAGES: Readonly<Record<number, string>> = {
  0: 'OK',
  20001: 'Partial success',
  40002: 'Invalid request',
  40050: 'Duplicate request',
  40100: 'Too many requests. Please retry in some time.',
  40104: 'Access-Token is missing.',
  40105: 'Access token is incorrect or has been revoked.',
  50000: 'System error'
}

/** A reply in TikTok's JSON. By default, errors have HTTP status 200 too. */
export function jsonReply(code: number, message = MESSAGES[code] ?? `Error ${code}`, status = 200): Reply {
  return { kind: 'json', status, code, message }
}

/** The outcome of a request that is refused. */
export function refusal(code: number, message?: string): Outcome {
  return { reply: jsonReply(code, message), delay: 0, accepted: [] }
}

/** Converts a reply to the form that the records store. */
export function toReceivedAnswer(reply: Reply): ReceivedAnswer {
  switch (reply.kind) {
    case 'json':
      return { status: reply.status, code: reply.code, message: reply.message }
    case 'raw':
      return { status: reply.status }
    case 'reset':
      return { status: 0 }
  }
}
