import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { createBodyReader } from '../../../src/relay/intake/read-body'

/** Creates a request. The test writes its body. */
function request(): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers: {} }) as unknown as PassThrough & IncomingMessage
}

it('refuses a body while too many bytes of others are arriving, and accepts one after they have arrived', async () => {
  const readBody = createBodyReader(1000)
  const slow = request()
  const arriving = readBody(slow)
  slow.write('x'.repeat(600))
  await setImmediate()

  const refused = request()
  const refusal = readBody(refused)
  refused.end('y'.repeat(500))
  await expect(refusal).rejects.toMatchObject({ status: 503, message: 'Too many requests are arriving.' })

  slow.end('x')
  expect((await arriving).toString()).toBe('x'.repeat(601))
  const next = request()
  next.end('z'.repeat(1000))
  expect((await readBody(next)).toString()).toBe('z'.repeat(1000))
})

it('no longer counts the bytes of a broken body', async () => {
  const readBody = createBodyReader(1000)
  const broken = request()
  const failure = readBody(broken)
  broken.write('x'.repeat(900))
  await setImmediate()
  broken.destroy(new TypeError('reset'))
  await expect(failure).rejects.toMatchObject({
    status: 400,
    message: 'The connection ended before the whole body arrived.'
  })
  const next = request()
  next.end('y'.repeat(1000))
  expect(await readBody(next)).toHaveLength(1000)
})
