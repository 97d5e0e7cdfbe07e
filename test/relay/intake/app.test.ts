import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { ENDPOINTS } from '../../../src/relay/intake/endpoints'
import { basic, post, purchase } from '../support/post'
import { source, useRelay } from '../support/use-relay'

const PAGE = 'https://shop.example'
const running = useRelay({
  sources: [source('shop', { webhookSecret: 'shop-secret' })],
  allowedOrigins: [PAGE],
  trustedProxies: ['127.0.0.1']
})

function send(path: string, body: unknown, options?: Parameters<typeof post>[3]) {
  return post(running.relay.origin, path, body, options)
}

const DONE = { status: 200, body: { success: true } }

function idsAtTikTok(): (string | undefined)[] {
  return running.sandbox.accepted.map(({ data }) => data.event_id)
}

describe('the paths', () => {
  it('are those of the Tracking API, the short forms of analytics.js, and one for webhooks', () => {
    expect(Object.keys(ENDPOINTS).sort()).toStrictEqual(
      [
        ...['track', 'page', 'screen', 'identify', 'group', 'alias', 'batch', 'import', 'webhook'],
        ...['t', 'p', 's', 'i', 'g', 'a', 'b']
      ]
        .map((path) => `/v1/${path}`)
        .sort()
    )
  })

  it.each(['/v1/track', '/v1/t'])('%s accepts a track call', async (path) => {
    expect(await send(path, purchase(`track-${path}`, { type: undefined }))).toMatchObject(DONE)
    expect(idsAtTikTok()).toStrictEqual([`track-${path}`])
  })

  it.each(['/v1/page', '/v1/p'])('%s accepts a page call', async (path) => {
    expect(await send(path, { messageId: path, properties: { url: 'https://shop.example' } })).toMatchObject(DONE)
    expect(running.sandbox.accepted.map(({ data }) => data.event)).toStrictEqual(['Pageview'])
  })

  it.each(['screen', 'identify', 'group', 'alias', 's', 'i', 'g', 'a'])(
    '/v1/%s is accepted, and no preset sends it',
    async (path) => {
      expect(await send(`/v1/${path}`, { userId: 'u1', messageId: path })).toMatchObject(DONE)
      expect(running.sandbox.requests).toStrictEqual([])
    }
  )

  it.each(['/v1/batch', '/v1/import', '/v1/import/', '/v1/b'])('%s accepts a batch', async (path) => {
    expect(await send(path, { batch: [purchase('1'), purchase('2')] })).toMatchObject(DONE)
    expect(idsAtTikTok()).toStrictEqual(['1', '2'])
  })

  it('/v1/webhook accepts events that Segment signed', async () => {
    const body = JSON.stringify(purchase('hook'))
    const signature = createHmac('sha1', 'shop-secret').update(body).digest('hex')
    const options = { writeKey: undefined, headers: { 'X-Signature': signature } }
    expect(await send('/v1/webhook', body, options)).toMatchObject(DONE)
    expect(idsAtTikTok()).toStrictEqual(['hook'])
  })

  it('other paths are not found', async () => {
    expect(await send('/v1/tracks', purchase('x'))).toMatchObject({ status: 404 })
    expect((await fetch(`${running.relay.origin}/v1/track`)).status).toBe(404)
  })
})

describe('the write key', () => {
  it('may be in the body, which analytics.js sends as text/plain', async () => {
    const options = { writeKey: undefined, headers: { 'Content-Type': 'text/plain' } }
    expect(await send('/v1/t', { ...purchase('plain'), writeKey: 'shop-key' }, options)).toMatchObject(DONE)
    expect(idsAtTikTok()).toStrictEqual(['plain'])
  })

  it('is refused when it is wrong or missing', async () => {
    const refused = await send('/v1/track', purchase('x'), { writeKey: 'wrong' })
    expect(refused).toMatchObject({ status: 401, body: { error: 'The write key is unknown.' } })
    expect(await send('/v1/track', purchase('x'), { writeKey: undefined })).toMatchObject({ status: 401 })
  })

  it('is refused if the header is wrong, even if the body has the right one', async () => {
    const body = { ...purchase('x'), writeKey: 'shop-key' }
    expect(await send('/v1/track', body, { writeKey: 'wrong' })).toMatchObject({ status: 401 })
  })

  it('does not replace a signature that is wrong', async () => {
    const headers = { 'X-Signature': 'abcd' }
    expect(await send('/v1/webhook', purchase('x'), { headers })).toMatchObject({ status: 401 })
    expect(running.sandbox.requests).toStrictEqual([])
  })
})

describe('the body', () => {
  it.each(['gzip', 'GZIP'])('may be compressed with %s', async (encoding) => {
    const body = gzipSync(JSON.stringify({ batch: [purchase('packed')] }))
    expect(await send('/v1/batch', body, { headers: { 'Content-Encoding': encoding } })).toMatchObject(DONE)
    expect(idsAtTikTok()).toStrictEqual(['packed'])
  })

  it.each([
    ['is not JSON', '{', {}, 'The body is not JSON.'],
    ['is empty', '', {}, 'The body is not JSON.'],
    ['is not gzip', '{}', { 'Content-Encoding': 'gzip' }, 'The body is not valid gzip.'],
    ['has another compression', '{}', { 'Content-Encoding': 'br' }, 'The Content-Encoding must be gzip or identity.'],
    ['has more than 500 kB', 'x'.repeat(500 * 1024 + 1), {}, 'The body is larger than 500 kB.'],
    [
      'decompresses to more than 500 kB',
      gzipSync(Buffer.alloc(100 * 1024 * 1024)),
      { 'Content-Encoding': 'gzip' },
      'The body is larger than 500 kB.'
    ],
    ['contains no event', '[]', {}, 'The body is not an event: it must be a JSON object.']
  ])('is refused when it %s', async (_, body, headers, error) => {
    expect(await send('/v1/track', body, { headers })).toMatchObject({ status: 400, body: { error } })
  })

  it('is accepted completely or not at all', async () => {
    const answer = await send('/v1/batch', { batch: [purchase('good'), { type: 'track' }] })
    expect(answer).toMatchObject({ status: 400, body: { error: 'batch[1].event must be the name of the event.' } })
    expect(running.sandbox.requests).toStrictEqual([])
  })
})

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${running.relay.origin}/v1/t`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-retry-count,content-type'
      }
    })

  it('may send if they are allowed', async () => {
    const { status, headers } = await preflight(PAGE)
    expect(status).toBe(204)
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE)
    expect(headers.get('Access-Control-Allow-Methods')).toBe('POST')
    expect(headers.get('Access-Control-Allow-Headers')).toBe('Authorization,Content-Type,X-Retry-Count')
    const answer = await send('/v1/t', purchase('page'), { headers: { Origin: PAGE } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(PAGE)
  })

  it('can read the error', async () => {
    const answer = await send('/v1/t', {}, { headers: { Origin: PAGE } })
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(PAGE)
  })

  it('are refused if they are not allowed', async () => {
    const { headers } = await preflight('https://evil.example')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
    const answer = await send('/v1/t', purchase('x'), { headers: { Origin: 'https://evil.example' } })
    expect(answer).toMatchObject({ status: 403 })
    expect(running.sandbox.requests).toStrictEqual([])
  })
})

it('sends the address of a client behind a trusted proxy to TikTok', async () => {
  await send('/v1/track', purchase('ip'), { headers: { 'X-Forwarded-For': '203.0.113.7' } })
  expect(running.sandbox.accepted.map(({ data }) => data.user)).toStrictEqual([{ ip: '203.0.113.7' }])
})

it("corrects the time for the error of the client's clock", async () => {
  const sentAt = '2026-11-20T12:00:05.000Z'
  const before = Math.floor(Date.now() / 1000) - 5
  await send('/v1/batch', { batch: [purchase('time', { timestamp: '2026-11-20T12:00:00.000Z' })], sentAt })
  const [time = 0] = running.sandbox.accepted.map(({ data }) => data.event_time)
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThanOrEqual(Math.floor(Date.now() / 1000) - 5)
})

it('does not send an event whose integrations disable the destination', async () => {
  const batch = [
    purchase('off', { integrations: { 'Tiktok Conversions': false } }),
    purchase('off-since-2024', { integrations: { 'TikTok Conversions': false } }),
    purchase('contradiction', { integrations: { 'Tiktok Conversions': false, 'TikTok Conversions': true } }),
    purchase('null', { integrations: { All: false, 'TikTok Conversions': null } }),
    purchase('all-off', { integrations: { All: false } }),
    purchase('on', { integrations: { All: false, 'Tiktok Conversions': true } }),
    purchase('other', { integrations: { Amplitude: false } })
  ]
  expect(await send('/v1/batch', { batch })).toMatchObject(DONE)
  expect(idsAtTikTok()).toStrictEqual(['on', 'other'])
})

it('logs neither personal data nor keys', async () => {
  const email = 'alice@mail.example'
  await send('/v1/track', purchase('log', { timestamp: email, context: { traits: { email } } }))
  await send('/v1/track', purchase('log'), { headers: { Authorization: basic('guess-key') } })
  expect(running.log()).toContain('"rejected":1')
  expect(running.log()).not.toMatch(/alice|guess-key|shop-key|sandbox-token/)
})
