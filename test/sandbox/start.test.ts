import { connect } from 'node:net'
import { once } from 'node:events'
import { EVENT_TRACK_PATH, startSandbox } from '../../src/sandbox'
import { bodyWith, ok, post } from './post'

test('listens on 127.0.0.1 with the default token and sources', async () => {
  const sandbox = await startSandbox()
  expect(sandbox.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  for (const event_source_id of ['SANDBOX_PIXEL', 'SANDBOX_CRM', 'SANDBOX_OFFLINE']) {
    expect(await post(sandbox, bodyWith({}, { event_source_id }))).toStrictEqual(ok())
  }
  await sandbox.close()
})

test('listens on the given port and throws if it is in use', async () => {
  const first = await startSandbox()
  const port = Number(new URL(first.origin).port)
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await first.close()
  const second = await startSandbox({ port })
  expect(second.origin).toBe(first.origin)
  await second.close()
})

test('closes at once despite open requests, and may be closed twice', async () => {
  const sandbox = await startSandbox()
  sandbox.fail({ delay: 60_000 })
  const waiting = post(sandbox, bodyWith())
  const failure = expect(waiting).rejects.toThrow()
  while (sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await sandbox.close()
  await sandbox.close()
  await failure
  await expect(post(sandbox, bodyWith())).rejects.toThrow()
})

test('does not replace the global Request and Response', async () => {
  const before = [globalThis.Request, globalThis.Response]
  const sandbox = await startSandbox()
  expect([globalThis.Request, globalThis.Response]).toStrictEqual(before)
  await sandbox.close()
})

test('keeps running when a client disconnects in the middle of its body', async () => {
  const sandbox = await startSandbox()
  const socket = connect(Number(new URL(sandbox.origin).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`POST ${EVENT_TRACK_PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"half":`)
  await new Promise((resolve) => setTimeout(resolve, 20))
  socket.resetAndDestroy()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await post(sandbox, bodyWith())).toStrictEqual(ok())
  expect(sandbox.requests).toHaveLength(1)
  await sandbox.close()
})
