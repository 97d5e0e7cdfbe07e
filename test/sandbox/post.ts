import { EVENT_TRACK_PATH, type Sandbox } from '../../src/sandbox'

export const HASH = 'a'.repeat(64)

/** A valid body with one event, and with changes to this event and to the root. */
export function bodyWith(event: object = {}, root: object = {}): object {
  return {
    event_source: 'web',
    event_source_id: 'SANDBOX_PIXEL',
    data: [{ event: 'Contact', event_time: 1700000000, ...event }],
    ...root
  }
}

/** Posts a body and returns the whole answer. A string is sent unchanged, other values as JSON. */
export async function post(
  { origin }: Pick<Sandbox, 'origin'>,
  body: unknown,
  headers: Record<string, string> = { 'Access-Token': 'sandbox-token' }
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(origin + EVENT_TRACK_PATH, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body)
  })
  return { status: response.status, json: await response.json() }
}

/** TikTok's answer with this code and message. */
export function answer(code: number, message: string, status = 200): object {
  return { status, json: { code, message, request_id: expect.any(String) as string, data: {} } }
}

/** TikTok's answer when it accepts the events. */
export const ok = (): object => answer(0, 'OK')

/** TikTok's answer to an invalid body. */
export const refused = (path: string, problem: string): object =>
  answer(40002, `Invalid value for ${path}: ${problem}.`)
