import { createRequestClient, InvalidAuthenticationError } from '@segment/actions-core'
import type { IncomingHttpHeaders } from 'node:http'
import { inspect } from 'node:util'
import { buildRequestBody, endpoint, MAX_EVENTS } from '../../../src/shared/events-api/request'
import { post } from '../../../src/shared/events-api/send'
import { describeError, rejection } from '../../support/failure'
import { startServer } from '../../support/server'

interface Received {
  method: string | undefined
  url: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

const body = buildRequestBody({ source: 'web', sourceId: 'PIXEL', testEventCode: undefined }, [{ event: 'Contact' }])
const received: Received[] = []
let answer: { status: number; headers?: Record<string, string>; content: string }
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(answer.status, answer.headers).end(answer.content)
    })
  })
})
afterAll(() => server.close())
beforeEach(() => {
  received.length = 0
  answer = { status: 200, content: '{"code":0,"message":"OK"}' }
})

const send = (accessToken = 'token') =>
  post(createRequestClient(), { url: `${server.origin}/track/`, accessToken }, body)

test('posts JSON with the token, and reads the answer', async () => {
  const { answer, response } = await send(' token\n')
  expect(answer).toStrictEqual({ verdict: 'accepted', status: 200, code: 0, message: 'OK' })
  expect(response?.status).toBe(200)
  expect(received).toHaveLength(1)
  const [request] = received
  expect(request).toMatchObject({ method: 'POST', url: '/track/' })
  expect(request?.headers).toMatchObject({ 'access-token': 'token', 'content-type': 'application/json' })
  expect(JSON.parse(request?.body ?? '')).toStrictEqual(body)
})

describe('reads the raw content', () => {
  test.each([
    {
      type: 'text/html',
      content: '{"code":40100}',
      read: { verdict: 'busy', status: 200, code: 40100, retryAfter: 1 }
    },
    { type: 'application/json', content: '{"code":0', read: { verdict: 'unavailable', status: 200 } },
    { type: 'application/json', content: '<html>', read: { verdict: 'unavailable', status: 200 } },
    { type: 'application/json', content: '', read: { verdict: 'accepted', status: 200 } }
  ])('$content as $type', async ({ type, content, read }) => {
    answer = { status: 200, headers: { 'Content-Type': type }, content }
    expect((await send()).answer).toStrictEqual(read)
  })
})

test.each([301, 302, 303, 307, 308])(
  'does not follow a redirect (%d), which would carry the token away',
  async (status) => {
    answer = { status, headers: { Location: `${server.origin}/elsewhere` }, content: '' }
    expect((await send()).answer).toStrictEqual({ verdict: 'unavailable', status })
    expect(received.map(({ url }) => url)).toStrictEqual(['/track/'])
  }
)

test('causes no unhandled rejection', async () => {
  const closed = await startServer(() => undefined)
  await closed.close()
  const exchange = await post(createRequestClient(), { url: closed.origin, accessToken: 'token' }, body)
  expect(exchange).toStrictEqual({ answer: { verdict: 'unavailable', reason: 'ECONNREFUSED' } })
})

test.each([{}, { code: 'with secret' }, { code: 'WITH secret' }, { code: 'secret WITH' }, { code: 7 }])(
  'does not quote an error that is not a system error: %j',
  async (own) => {
    const client = createRequestClient({
      beforeRequest: [
        () => {
          throw Object.assign(new Error('secret'), own)
        }
      ]
    })
    const exchange = await post(client, { url: server.origin, accessToken: 'token' }, body)
    expect(exchange).toStrictEqual({ answer: { verdict: 'unavailable', reason: 'no answer' } })
  }
)

test.each(['', ' ', '\u00a0', 'sec\nret', 'sec\r\nX-Evil: 1', 'sec ret', 'sécret', 'sec\u0000ret', 'sec\u200bret'])(
  'a token that is not a valid header value has its own error: %j',
  async (token) => {
    const error = await rejection(send(token))
    expect(describeError(error)).toStrictEqual({
      class: InvalidAuthenticationError,
      message:
        'The access token is blank or contains invalid characters. Copy it again from TikTok Events Manager into the settings.',
      code: 'INVALID_AUTHENTICATION',
      status: 401
    })
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/s[eé]c\W*ret/)
    expect(received).toStrictEqual([])
  }
)

test('a request has the documented address, limit of events and body', () => {
  expect(endpoint('v1.3')).toBe('https://business-api.tiktok.com/open_api/v1.3/event/track/')
  expect(MAX_EVENTS).toBe(1000)
  expect(body).toStrictEqual({
    event_source: 'web',
    event_source_id: 'PIXEL',
    partner_name: 'Segment',
    data: [{ event: 'Contact' }]
  })
  const envelope = { source: 'crm', sourceId: 'CRM', testEventCode: 'TEST1' } as const
  expect(buildRequestBody(envelope, [])).toStrictEqual({
    event_source: 'crm',
    event_source_id: 'CRM',
    partner_name: 'Segment',
    test_event_code: 'TEST1',
    data: []
  })
})
