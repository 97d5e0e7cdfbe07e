import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { run, start } from '../cli/binary'
import { useFolder } from '../cli/temp-folder'
import { useSandbox } from '../support/use-sandbox'
import { post, purchase } from './support/post'

const folder = useFolder()
const running = useSandbox()

/** A configuration file that listens on any free port. */
const config = (more = '') =>
  folder.write(
    'relay.json',
    `{ "port": 0, ${more} "api": "${running.sandbox.origin}", "sources": { "shop": {
       "writeKey": { "env": "WRITE_KEY" },
       "destinations": { "web": { "type": "conversions",
         "settings": { "accessToken": { "env": "TOKEN" }, "pixelCode": "SANDBOX_PIXEL" } } }
     } } }`
  )

const env = { WRITE_KEY: 'shop-key', TOKEN: 'sandbox-token' }

/** The address that the relay logs when it has started. */
async function originOf(stdout: Readable | null): Promise<string> {
  if (stdout === null) throw new TypeError('The relay has no output.')
  for await (const line of createInterface({ input: stdout })) {
    const { msg, origin = '' } = JSON.parse(line) as { msg: string; origin?: string }
    if (msg === 'started') return origin
  }
  throw new TypeError('The relay did not start.')
}

it('delivers an event that arrives over HTTP, and SIGTERM ends the relay with 0', async () => {
  const { child, result } = start(['relay', '--config', config()], { env })
  const origin = await originOf(child.stdout)
  const answer = await post(origin, '/v1/track', purchase('order-1'))
  child.kill('SIGTERM')
  const { code, stderr } = await result

  expect(answer).toMatchObject({ status: 200, body: { success: true } })
  expect(running.sandbox.accepted).toMatchObject([
    { event_source_id: 'SANDBOX_PIXEL', data: { event: 'CompletePayment', event_id: 'order-1' } }
  ])
  expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
})

it('in the queued mode, SIGTERM ends the relay with 0 even if NATS was never running', async () => {
  const { child, result } = start(['relay', '--config', config('"queue": "nats://127.0.0.1:1",')], { env })
  const origin = await originOf(child.stdout)
  const { status } = await post(origin, '/v1/track', purchase('order-1'))
  child.kill('SIGTERM')
  const { code, stderr } = await result

  expect({ status, code, stderr }).toStrictEqual({ status: 503, code: 0, stderr: '' })
  expect(running.sandbox.accepted).toStrictEqual([])
})

describe('a relay that cannot start exits with 2 and an error', () => {
  it.each([
    ['no file', ['--config', 'missing.json'], 'error: missing.json: there is no such file.\n'],
    ['no option', [], "error: required option '--config <file>' not specified\n"],
    ['a typo', ['stauts'], "error: unknown command 'stauts'. Did you mean status?\n"],
    ['no port', ['--config', 'x', '--port', '70000'], 'It must be a number between 0 and 65535.\n']
  ])('%s', async (_, args, message) => {
    const { code, stderr } = await run(['relay', ...args], { cwd: folder.path })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  const NOWHERE = '"queue": "nats://127.0.0.1:1",'

  it.each([
    ['direct', ''],
    ['queued', NOWHERE]
  ])('a port in use in the %s mode', async (_, queue) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await run(['relay', '--config', config(queue), '--port', String(port)], { env })
    other.close()
    expect({ code, stderr }).toStrictEqual({
      code: 2,
      stderr: `error: The relay cannot listen on port ${port} of 127.0.0.1 (EADDRINUSE).\n`
    })
  })

  it('an invalid proxy in the queued mode', async () => {
    const { code, stderr } = await run(['relay', '--config', config(`${NOWHERE} "trustedProxies": ["x"],`)], { env })
    expect({ code, stderr }).toStrictEqual({
      code: 2,
      stderr: 'error: trustedProxies: x is neither an address nor a network such as 10.0.0.0/8.\n'
    })
  })
})
