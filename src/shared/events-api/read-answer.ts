import { isRecord, toNumber } from '../coerce'

/** What TikTok, or something on the way to it, said to one request. */
export interface Answer {
  verdict: Verdict
  /** The HTTP status; undefined when no answer came. */
  status?: number
  /** TikTok's return code. */
  code?: number
  message?: string
  requestId?: string
  /** Why no answer came. */
  reason?: string
}

/**
 * - `accepted`: delivered
 * - `busy`: too many requests, try again later
 * - `unavailable`: TikTok's side or the way there, try again later
 * - `token`: the access token is no good
 * - `forbidden`: the token has no right on this pixel or event set
 * - `refused`: the request itself is at fault
 */
export type Verdict = 'accepted' | 'busy' | 'unavailable' | 'token' | 'forbidden' | 'refused'

/** TikTok's return codes; one that is not here means `refused`. Source: TikTok, "Appendix: Return codes". */
const CODES: Readonly<Record<Exclude<Verdict, 'refused'>, readonly number[]>> = {
  accepted: [0, 20001, 40050],
  busy: [40100, 40016, 40132, 40133, 61000],
  unavailable: [40202, 50000, 50002, 60001],
  token: [40101, 40102, 40104, 40105, 40106, 40113, 40115, 40116, 40117, 40118, 40119, 40124, 40125, 40130],
  forbidden: [40001]
}

const VERDICT_OF_CODE = new Map(
  Object.entries(CODES).flatMap(([verdict, codes]) => codes.map((code) => [code, verdict as Verdict]))
)

/**
 * Reads an answer. The code decides, for errors come as HTTP 200 and a rate limit may come as 401; the HTTP status
 * counts only where there is no code, and an empty 200 is a success.
 * @param status the HTTP status
 * @param content the body as it came: the client parses by content type, and drops what is broken
 */
export function readAnswer(status: number, content: string): Answer {
  const body = parseBody(content)
  const code = isRecord(body) ? toNumber(body['code']) : undefined
  if (code === undefined) return { verdict: verdictOfStatus(status, body !== undefined), status }
  const { message, request_id } = body as Record<string, unknown>
  return {
    verdict: verdictOfCode(code),
    status,
    code,
    ...(typeof message === 'string' && { message }),
    ...(typeof request_id === 'string' && { requestId: request_id })
  }
}

function verdictOfCode(code: number): Verdict {
  if (code >= 51000 && code <= 53999) return 'unavailable'
  return VERDICT_OF_CODE.get(code) ?? 'refused'
}

function verdictOfStatus(status: number, isJson: boolean): Verdict {
  if (status === 401) return 'token'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'busy'
  if (status >= 400 && status < 500 && status !== 408) return 'refused'
  // A redirect is not followed: it would carry the token to another host.
  return status >= 200 && status < 300 && isJson ? 'accepted' : 'unavailable'
}

/** The JSON of a body, null for an empty one, undefined for what is not JSON. */
function parseBody(content: string): unknown {
  if (content.trim() === '') return null
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
