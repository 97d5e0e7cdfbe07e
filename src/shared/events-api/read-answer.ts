import { isRecord, toNumber } from '../coerce'
import { omitEmpty } from '../omit-empty'
import { rateLimitWait, returnCode, type Verdict } from './return-codes'

/** The answer of TikTok, or of a server in between, to one request, or the reason why there is none. */
export interface Answer {
  /** `unresolved`: TikTok has neither accepted the event nor refused it individually. */
  verdict: Verdict | 'unresolved'
  /** The HTTP status; missing when no answer came. */
  status?: number
  /** TikTok's return code. */
  code?: number
  message?: string
  requestId?: string
  /** How long to wait before the next request, in seconds. */
  retryAfter?: number
  /** Why no answer came, or why no request was sent. */
  reason?: string
}

/** The outcome of an event that TikTok refused in a request with other events. The event may be valid. */
export function unresolved(refusal: Answer): Answer {
  return { ...refusal, verdict: 'unresolved' }
}

/** The parts of an HTTP response that an answer is read from. */
export interface RawResponse {
  readonly status: number
  /** The body as text. The client's parsed body depends on the content type, and is missing for broken JSON. */
  readonly content: string
  readonly headers?: { readonly get: (name: string) => string | null }
}

/** Messages are cut at this many characters before they are searched. */
const MAX_MESSAGE = 10_000

/** The longest wait that is taken from a header, in seconds. */
const MAX_WAIT = 86_400

const REQUEST_ID = /^[\w-]{1,64}$/

/**
 * Reads an answer. The return code determines the verdict, because TikTok sends errors as HTTP 200 and may send a rate
 * limit as HTTP 401. The HTTP status determines it only if the body has no code.
 * @param response the HTTP response
 * @param now the clock, in milliseconds since 1970
 */
export function readAnswer(response: RawResponse, now: number): Answer {
  const { status } = response
  const body = parseBody(response.content)
  const { code: given, message: text, request_id }: Readonly<Record<string, unknown>> = isRecord(body) ? body : {}
  const code = toNumber(given)
  if (code === undefined) {
    const verdict = verdictOfStatus(status, isRecord(body) && Object.keys(body).length === 0)
    return { verdict, ...omitEmpty({ status, retryAfter: headerWait(response, verdict, now) }) }
  }
  const { verdict } = returnCode(code)
  const message = typeof text === 'string' ? text.slice(0, MAX_MESSAGE) : undefined
  const requestId = typeof request_id === 'string' && REQUEST_ID.test(request_id) ? request_id : undefined
  const retryAfter = headerWait(response, verdict, now) ?? rateLimitWait(code, message, now)
  return { verdict, ...omitEmpty({ status, code, message, requestId, retryAfter }) }
}

function verdictOfStatus(status: number, isBodyEmpty: boolean): Verdict {
  if (status === 401) return 'token'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'busy'
  if (status >= 400 && status < 500 && status !== 408) return 'refused'
  // A success without a code counts only if its body is empty: other content does not show that TikTok accepted it.
  // A redirect is not followed, because that would send the token to another host.
  return status >= 200 && status < 300 && isBodyEmpty ? 'accepted' : 'unavailable'
}

/**
 * The wait in the `Retry-After` header, in seconds. The header holds a number of seconds or a date. TikTok sends none,
 * but a gateway may.
 * @returns undefined if the header is missing, unreadable or in the past, or the verdict is neither `busy` nor
 * `unavailable`
 */
function headerWait({ headers }: RawResponse, verdict: Verdict, now: number): number | undefined {
  if (verdict !== 'busy' && verdict !== 'unavailable') return undefined
  const value = headers?.get('retry-after')?.trim() ?? ''
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now) / 1000)
  return seconds >= 0 ? Math.min(seconds, MAX_WAIT) : undefined
}

/** Parses a body: `{}` if it is empty, undefined if it is not JSON. */
function parseBody(content: string): unknown {
  if (content.trim() === '') return {}
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
