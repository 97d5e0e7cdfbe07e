import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, startSandbox, type Sandbox } from '../../src/sandbox'
import { useSandbox } from '../support/use-sandbox'
import { request } from './http'
import { bodyWith, post } from './post'

const running = useSandbox({ allowHosts: ['sandbox.test', 'fe80::1'] })

describe('the Host header', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]', 'sandbox.test', 'sandbox.test:8787', '[fe80::1]:80'])(
    'may be %s',
    async (Host) => {
      expect(await request(running.sandbox, '/requests', { headers: { Host } })).toMatchObject({
        status: 200,
        text: '[]'
      })
    }
  )

  test.each(['/', '/requests', '/live', EVENT_TRACK_PATH, PIXEL_EVENT_PATH])(
    'may not be a name that was rebound to this machine: %s',
    async (path) => {
      const method = path === EVENT_TRACK_PATH || path === PIXEL_EVENT_PATH ? 'POST' : 'GET'
      expect(await request(running.sandbox, path, { method, headers: { Host: 'evil.test' } })).toMatchObject({
        status: 403,
        text: 'The sandbox does not answer for the host evil.test. Start it with --allow-host evil.test.'
      })
      expect(running.sandbox.requests).toStrictEqual([])
    }
  )
})

describe('another origin', () => {
  const refused = { status: 403, text: 'Requests from pages of another origin are refused.' }
  const foreign = [
    { Origin: 'https://evil.test' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' }
  ]

  test.each(foreign)('cannot read anything with %j', async (headers) => {
    for (const path of ['/requests', '/live', '/page.js']) {
      expect(await request(running.sandbox, path, { headers })).toMatchObject(refused)
    }
  })
  test.each(foreign)('cannot change anything with %j', async (headers) => {
    await post(running.sandbox, bodyWith())
    for (const [method, path] of [
      ['DELETE', '/requests'],
      ['POST', '/faults'],
      ['POST', EVENT_TRACK_PATH]
    ] as const) {
      expect(await request(running.sandbox, path, { method, headers, body: '{}' })).toMatchObject(refused)
    }
    expect(running.sandbox.requests).toHaveLength(1)
  })
  test('may send events of the Pixel', async () => {
    const sent = { method: 'POST', headers: { Origin: 'https://shop.test', 'Sec-Fetch-Site': 'cross-site' } }
    const body = '{"pixel_code":"P","event":"Contact"}'
    expect(await request(running.sandbox, PIXEL_EVENT_PATH, { ...sent, body })).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': '*' }
    })
    expect(running.sandbox.pixelEvents).toStrictEqual([{ pixel_code: 'P', event: 'Contact' }])
  })
  test('may link to the page', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
    const { status } = await request(running.sandbox, '/', { headers })
    expect(status).not.toBe(403)
    expect(await request(running.sandbox, '/requests', { headers })).toMatchObject(refused)
  })
})

test('the page of the sandbox may read the records', async () => {
  const Host = new URL(running.sandbox.origin).host
  const headers = { Host, Origin: `http://${Host}`, 'Sec-Fetch-Site': 'same-origin' }
  expect(await request(running.sandbox, '/requests', { headers })).toMatchObject({ status: 200 })
})

describe('a sandbox that other machines can reach', () => {
  test.each(['0.0.0.0', '::'])('on %s needs its own token', async (host) => {
    await expect(startSandbox({ host })).rejects.toMatchObject({ code: 'MissingToken' })
    await expect(startSandbox({ host, tokens: { 'sandbox-token': ['P'] } })).rejects.toThrow(
      `Other machines can reach ${host}. Give the sandbox your own token instead of sandbox-token.`
    )
  })

  describe('asks for the token', () => {
    let sandbox: Sandbox
    beforeAll(async () => {
      sandbox = await startSandbox({ host: '0.0.0.0', tokens: { 'own-token': ['SANDBOX_PIXEL'] } })
    })
    afterAll(() => sandbox.close())

    test.each([
      ['GET', '/requests', 200],
      ['GET', '/accepted', 200],
      ['GET', '/counted', 200],
      ['DELETE', '/requests', 204],
      ['POST', '/faults', 400],
      ['DELETE', '/faults', 204]
    ])('%s %s', async (method, path, status) => {
      expect(sandbox.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      for (const headers of [{}, { 'Access-Token': 'sandbox-token' }] as Record<string, string>[]) {
        expect(await request(sandbox, path, { method, headers })).toMatchObject({
          status: 401,
          text: '{"error":"Send one of the tokens of the sandbox in the header Access-Token."}'
        })
      }
      expect(await request(sandbox, path, { method, headers: { 'Access-Token': 'own-token' } })).toMatchObject({
        status
      })
    })
    test('GET /live', async () => {
      expect(await request(sandbox, '/live')).toMatchObject({ status: 401 })
    })
  })
})
