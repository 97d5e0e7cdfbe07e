import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, startSandbox } from '../../src/sandbox'
import { MAX_BODY_BYTES } from '../../src/sandbox/read-body'
import { code, table } from './markdown'

/** A request that the sandbox refuses. */
interface RefusedRequest {
  readonly reason: string
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const now = () => Date.UTC(2026, 10, 19, 12)
const TOKEN = { 'Access-Token': 'sandbox-token' }
const event = { event: 'Contact', event_time: 1795089600 }
const track = (changes: object): string =>
  JSON.stringify({ event_source: 'web', event_source_id: 'SANDBOX_PIXEL', data: [event], ...changes })
const tooLarge = 'x'.repeat(MAX_BODY_BYTES + 1)

const ANY_PATH: readonly RefusedRequest[] = [
  { reason: 'another Host', path: '/requests', headers: { Host: 'evil.example' } },
  { reason: 'another origin', path: '/requests', headers: { Origin: 'https://evil.example' } },
  { reason: 'an unknown path', path: '/other' }
]

const BODIES: readonly RefusedRequest[] = [
  { reason: 'a wrong token', path: EVENT_TRACK_PATH, headers: { 'Access-Token': 'other' }, body: track({}) },
  { reason: 'a wrong source', path: EVENT_TRACK_PATH, headers: TOKEN, body: track({ event_source_id: 'OTHER' }) },
  { reason: 'a body that is not JSON', path: EVENT_TRACK_PATH, headers: TOKEN, body: '{' },
  { reason: 'a wrong value', path: EVENT_TRACK_PATH, headers: TOKEN, body: track({ data: [{ ...event, event: 1 }] }) },
  {
    reason: 'too many events',
    path: EVENT_TRACK_PATH,
    headers: TOKEN,
    body: track({ data: Array.from({ length: 1001 }, () => event) })
  },
  { reason: 'a body that is too large', path: EVENT_TRACK_PATH, headers: TOKEN, body: tooLarge },
  { reason: 'a body that is not an event', path: PIXEL_EVENT_PATH, body: '{}' },
  { reason: 'a body that is too large', path: PIXEL_EVENT_PATH, body: tooLarge },
  { reason: 'an unknown fault', path: '/faults', body: '{"fault":{"kode":1}}' },
  { reason: 'a delay over the maximum', path: '/faults', body: '{"fault":{"delay":600001}}' },
  { reason: 'zero times', path: '/faults', body: '{"fault":{"code":40100},"times":0}' },
  { reason: 'a body that is too large', path: '/faults', body: tooLarge },
  { reason: 'an unknown destination', path: '/explain', body: '{"destination":"other"}' },
  {
    reason: 'a missing setting',
    path: '/explain',
    body: '{"destination":"tiktok-conversions","event":{},"settings":{}}'
  },
  { reason: 'a body that is too large', path: '/explain', body: tooLarge }
].map((one) => ({ method: 'POST', ...one }))

/** Makes a table of requests that the sandbox refuses, with its answers. */
export async function refusals(): Promise<string> {
  const open = await startSandbox({ now })
  const guarded = await startSandbox({ now, host: '0.0.0.0', tokens: { 'own-token': ['SANDBOX_PIXEL'] } })
  try {
    const rows: string[][] = []
    for (const one of [...ANY_PATH, ...BODIES]) rows.push(await rowOf(open.origin, one))
    const noToken = { reason: 'no token, on a sandbox that other machines can reach', path: '/requests' }
    rows.push(await rowOf(guarded.origin, noToken))
    return table(['request', 'reason', 'status', 'answer'], rows)
  } finally {
    await open.close()
    await guarded.close()
  }
}

async function rowOf(
  origin: string,
  { reason, method = 'GET', path, headers = {}, body = '' }: RefusedRequest
): Promise<string[]> {
  const sent = request(origin + path, { method, headers: { 'Content-Length': Buffer.byteLength(body), ...headers } })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const answer = (await text(response)).replace(/"request_id":"\d+"/, '"request_id":"…"')
  const isAnyPath = ANY_PATH.some((one) => one.reason === reason)
  return [isAnyPath ? 'any' : code(`${method} ${path}`), reason, String(response.statusCode), code(answer)]
}
