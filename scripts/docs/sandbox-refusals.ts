import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, startSandbox } from '../../src/sandbox'
import { MAX_BODY_BYTES } from '../../src/sandbox/read-body'
import { code, table } from './markdown'

/** A request that the sandbox refuses. */
interface Refused {
  readonly what: string
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

const EVERY_PATH: readonly Refused[] = [
  { what: 'another Host', path: '/requests', headers: { Host: 'evil.example' } },
  { what: 'another origin', path: '/requests', headers: { Origin: 'https://evil.example' } },
  { what: 'an unknown path', path: '/other' }
]

const BODIES: readonly Refused[] = [
  { what: 'a wrong token', path: EVENT_TRACK_PATH, headers: { 'Access-Token': 'other' }, body: track({}) },
  { what: 'a wrong source', path: EVENT_TRACK_PATH, headers: TOKEN, body: track({ event_source_id: 'OTHER' }) },
  { what: 'a body that is not JSON', path: EVENT_TRACK_PATH, headers: TOKEN, body: '{' },
  { what: 'a wrong value', path: EVENT_TRACK_PATH, headers: TOKEN, body: track({ data: [{ ...event, event: 1 }] }) },
  {
    what: 'too many events',
    path: EVENT_TRACK_PATH,
    headers: TOKEN,
    body: track({ data: Array.from({ length: 1001 }, () => event) })
  },
  { what: 'a body that is too large', path: EVENT_TRACK_PATH, headers: TOKEN, body: tooLarge },
  { what: 'a body that is no event', path: PIXEL_EVENT_PATH, body: '{}' },
  { what: 'a body that is too large', path: PIXEL_EVENT_PATH, body: tooLarge },
  { what: 'an unknown fault', path: '/faults', body: '{"fault":{"kode":1}}' },
  { what: 'a delay over the maximum', path: '/faults', body: '{"fault":{"delay":600001}}' },
  { what: 'zero times', path: '/faults', body: '{"fault":{"code":40100},"times":0}' },
  { what: 'an unknown destination', path: '/explain', body: '{"destination":"other"}' },
  {
    what: 'a missing setting',
    path: '/explain',
    body: '{"destination":"tiktok-conversions","event":{},"settings":{}}'
  }
].map((one) => ({ method: 'POST', ...one }))

/** A table of the requests that the sandbox refuses, each with the answer that it got from a sandbox. */
export async function refusals(): Promise<string> {
  const open = await startSandbox({ now })
  const guarded = await startSandbox({ now, host: '0.0.0.0', tokens: { 'own-token': ['SANDBOX_PIXEL'] } })
  try {
    const rows: string[][] = []
    for (const one of [...EVERY_PATH, ...BODIES]) rows.push(await rowOf(open.origin, one))
    rows.push(await rowOf(guarded.origin, { what: 'no token, where other machines can reach it', path: '/requests' }))
    return table(['request', 'refused because of', 'status', 'answer'], rows)
  } finally {
    await open.close()
    await guarded.close()
  }
}

async function rowOf(
  origin: string,
  { what, method = 'GET', path, headers = {}, body = '' }: Refused
): Promise<string[]> {
  const sent = request(origin + path, { method, headers: { 'Content-Length': Buffer.byteLength(body), ...headers } })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const answer = (await text(response)).replace(/"request_id":"\d+"/, '"request_id":"…"')
  const isAnyPath = EVERY_PATH.some((one) => one.what === what)
  return [isAnyPath ? 'any' : code(`${method} ${path}`), what, String(response.statusCode), code(answer)]
}
