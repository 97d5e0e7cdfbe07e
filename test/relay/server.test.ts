import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { Reporter } from '../../src/relay/delivery/reporter'
import { createIntake } from '../../src/relay/intake/app'
import { createAuthenticator } from '../../src/relay/intake/authenticate'
import { type RunningServer, type ServerLimits, startServer } from '../../src/relay/server'
import { post, purchase } from './support/post'
import { source } from './support/use-relay'

let server: RunningServer
let sockets: Socket[]
/** The number of events of each accepted request. */
let accepted: number[]
beforeEach(() => {
  sockets = []
  accepted = []
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await server.stop()
})

/** Starts a server with an intake that only counts events. */
async function start(limits?: ServerLimits): Promise<void> {
  const { fetch } = createIntake({
    mode: {
      accept: (_, events) => {
        accepted.push(events.length)
        return Promise.resolve({ isAccepted: true })
      },
      problem: () => Promise.resolve(undefined),
      backlog: () => Promise.resolve([]),
      stop: () => Promise.resolve()
    },
    authenticator: createAuthenticator([source('shop')]),
    clientAddress: () => undefined,
    allowedOrigins: [],
    reporter: { answered: () => undefined, received: () => undefined } as unknown as Reporter,
    isStopping: () => false
  })
  server = await startServer(fetch, '127.0.0.1', 0, limits)
}

const SHORT: ServerLimits = {
  headersTimeout: 200,
  requestTimeout: 400,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 20,
  maxConnections: 3
}

async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

/** Sends a text and then one byte after the other until the server ends the connection, and returns its answer. */
async function sendSlowly(beginning: string): Promise<string> {
  const socket = await open()
  const answer = text(socket).catch(() => '')
  socket.on('error', () => undefined)
  socket.write(beginning)
  while (socket.writable && !socket.readableEnded) {
    socket.write('x')
    await setTimeout(10)
  }
  return answer
}

const serves = async () => (await post(server.origin, '/v1/track', purchase('m'))).status

it('a client that sends its body byte by byte is cut off with 408', async () => {
  await start(SHORT)
  const head = 'POST /v1/t HTTP/1.1\r\nHost: relay\r\nContent-Length: 30000\r\n\r\n{"writeKey":"shop-key","x":"'
  expect(await sendSlowly(head)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(accepted).toStrictEqual([])
  expect(await serves()).toBe(200)
})

it('a client that sends its headers byte by byte is cut off with 408', async () => {
  await start(SHORT)
  expect(await sendSlowly('POST /v1/t HTTP/1.1\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(await serves()).toBe(200)
})

it('a connection that sends nothing is closed', async () => {
  await start(SHORT)
  const socket = await open()
  socket.resume()
  await once(socket, 'close')
})

it('a connection beyond the limit is closed at once, and the next is served when others have closed', async () => {
  await start({ ...SHORT, headersTimeout: 60_000, requestTimeout: 60_000 })
  const idle = [await open(), await open(), await open()]
  const further = await open()
  further.resume()
  await once(further, 'close')
  expect(idle.map(({ readyState }) => readyState)).toStrictEqual(['open', 'open', 'open'])
  for (const socket of idle) socket.destroy()
  while ((await serves().catch(() => 'refused')) !== 200) await setTimeout(10)
})

it('1,000 idle connections do not block other requests', async () => {
  await start()
  const idle = await Promise.all(Array.from({ length: 1000 }, open))
  expect(await serves()).toBe(200)
  expect(accepted).toStrictEqual([1])
  expect(idle.filter(({ readyState }) => readyState === 'open')).toHaveLength(1000)
})
