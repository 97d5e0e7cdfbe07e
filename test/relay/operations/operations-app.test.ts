import { basic } from '../support/post'
import { runRelay, type RunningRelay } from '../support/use-relay'

let running: RunningRelay
afterEach(() => running.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${running.relay.origin}${path}`, { headers })

it.each(['/healthz', '/readyz'])('%s says ok', async (path) => {
  running = await runRelay()
  const response = await get(path)
  expect([response.status, await response.text()]).toStrictEqual([200, 'ok\n'])
})

describe('/metrics, if no password is set,', () => {
  it('can be read from this machine', async () => {
    running = await runRelay()
    const response = await get('/metrics')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  })

  it.each([[[]], [['127.0.0.1']]])(
    'cannot be read through a proxy, with the trusted proxies %p',
    async (trustedProxies) => {
      running = await runRelay({ trustedProxies })
      const response = await get('/metrics', { 'X-Forwarded-For': '127.0.0.1' })
      expect([response.status, await response.text()]).toStrictEqual([
        403,
        'Set adminPassword to read this from another machine, through a proxy or by another host name.\n'
      ])
    }
  )
})

describe('/metrics, if a password is set,', () => {
  it.each([
    ['cannot be read without the password', {}, 401],
    ['cannot be read with another password', { Authorization: basic('admin', 'guess') }, 401],
    ['cannot be read with the write key of a source', { Authorization: basic('shop-key') }, 401],
    [
      'can be read with the password, even through a proxy',
      { Authorization: basic('admin', 'secret'), 'X-Forwarded-For': '1.1.1.1' },
      200
    ]
  ])('%s', async (_, headers, status) => {
    running = await runRelay({ adminPassword: 'secret' })
    expect((await get('/metrics', headers)).status).toBe(status)
  })
})

it('another method or path is not found', async () => {
  running = await runRelay()
  const response = await fetch(`${running.relay.origin}/metrics`, { method: 'POST' })
  expect([response.status, await response.json()]).toStrictEqual([
    404,
    { error: 'The path or its method does not exist.' }
  ])
})
