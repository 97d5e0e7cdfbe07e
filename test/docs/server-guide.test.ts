import { spawn, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { eventually } from '../browser/eventually'
import { useSandbox } from '../support/use-sandbox'
import { blockOf } from './block-of'
import { createGuideFolder, type GuideFolder } from './guide-folder'

const GUIDE = 'docs/server.md'
const SECRET = 'shared secret'
const PIXEL = { TIKTOK_ACCESS_TOKEN: 'sandbox-token', TIKTOK_PIXEL_CODE: 'SANDBOX_PIXEL' }

const fixture = useSandbox()

const order = (messageId: string, revenue: unknown = 20) => ({
  type: 'track',
  event: 'Order Completed',
  messageId,
  properties: { revenue, email: 'mia@example.com' }
})

/** The text of a body as it is posted. */
const textOf = (body: string | object): string => (typeof body === 'string' ? body : JSON.stringify(body))

/** The signature of Segment, which covers the body, or only the first event of a batch. */
function signatureOf(body: string | object): string {
  const signed = Array.isArray(body) ? (body as [object, ...object[]])[0] : body
  return createHmac('sha1', SECRET).update(textOf(signed)).digest('hex')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

describe.each(['express', 'fastify'])(`${GUIDE}, with %s`, (framework) => {
  let folder: GuideFolder
  let server: ChildProcess
  let url: string
  let log = ''

  async function post(
    body: string | object,
    signature = signatureOf(body),
    type = 'application/json'
  ): Promise<number> {
    const headers = { 'content-type': type, 'x-signature': signature }
    return (await fetch(url, { method: 'POST', body: textOf(body), headers })).status
  }
  const acceptedIds = () => fixture.sandbox.accepted.map(({ data }) => data.event_id)

  beforeAll(async () => {
    const files = { 'webhook.js': blockOf(GUIDE, 'js webhook'), 'server.js': blockOf(GUIDE, `js ${framework}`) }
    folder = createGuideFolder(files, [framework])
    const port = await freePort()
    url = `http://127.0.0.1:${port}/segment`
    const env = { ...PIXEL, WEBHOOK_SECRET: SECRET, PORT: String(port), SANDBOX: fixture.sandbox.origin }
    server = spawn(process.execPath, ['--require', join(__dirname, 'redirect-tiktok.cjs'), 'server.js'], {
      cwd: folder.path,
      env,
      stdio: ['ignore', 'ignore', 'pipe']
    })
    server.stderr?.on('data', (text: Buffer) => (log += text.toString('utf8')))
    await eventually(async () => {
      expect(await post('not JSON')).toBe(400)
    })
  })
  beforeEach(() => {
    log = ''
  })
  afterAll(async () => {
    server.kill()
    await once(server, 'exit')
    folder.remove()
  })

  it('delivers a signed event and returns 200', async () => {
    expect(await post(order('m1'), undefined, 'application/json; charset=utf-8')).toBe(200)
    expect(acceptedIds()).toStrictEqual(['m1'])
    expect(log).toBe('')
  })

  it('delivers a batch whose signature covers only its first event', async () => {
    expect(await post([order('m1'), order('m2')])).toBe(200)
    expect(acceptedIds()).toStrictEqual(['m1', 'm2'])
  })

  it.each([
    ['a wrong signature', 'e16f90e2a3f1e3ab1b1e2d0ab1d19e4d6e0e1a11'],
    ['a signature that is not a hash', 'forged'],
    ['a blank signature', '']
  ])('returns 401 for %s', async (_case, signature) => {
    expect(await post(order('m1'), signature)).toBe(401)
    expect(await post([], signature)).toBe(401)
    expect(acceptedIds()).toStrictEqual([])
  })

  it('returns 200 for an event that matches no mapping', async () => {
    expect(await post({ type: 'track', event: 'Other', messageId: 'm1' })).toBe(200)
    expect(acceptedIds()).toStrictEqual([])
  })

  it('returns 200 for an event that a retry cannot fix, and logs the reason', async () => {
    expect(await post(order('m1', '$20'))).toBe(200)
    expect(acceptedIds()).toStrictEqual([])
    await eventually(() => {
      expect(log).toBe('rejected: Value must be a number but it was a string.\n')
    })
  })

  it.each([
    ['a rate limit', { code: 40100 }, /^retry: .+\n$/],
    ['a rejected token', { code: 40105 }, /^denied: .+\n$/]
  ])('returns 503 after %s, so that Segment retries', async (_case, fault, logged) => {
    fixture.sandbox.fail(fault)
    expect(await post(order('m1'))).toBe(503)
    expect(acceptedIds()).toStrictEqual([])
    await eventually(() => {
      expect(log).toMatch(logged)
    })
    expect(log).not.toContain('mia@example.com')
  })

  it('refuses a body of more than 1 MB', async () => {
    expect(await post(order('x'.repeat(1_100_000)))).toBe(413)
  })
})
