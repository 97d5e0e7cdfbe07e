import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { findVersionProblem } from '../../../src/relay/queued/server-version'
import { queueConfig } from '../support/nats'
import { post, purchase } from '../support/post'
import { runRelay } from '../support/use-relay'

const PROBLEM =
  'NATS 2.9.10 can lose events when a server of a cluster is killed. "replicas": 3 needs NATS 2.10.27 or newer.'

it.each([
  { version: '2.9.10', replicas: 3, problem: PROBLEM },
  { version: '2.10.26', replicas: 3, problem: PROBLEM.replace('2.9.10', '2.10.26') },
  { version: '2.10.27', replicas: 3, problem: undefined },
  { version: '2.15.1', replicas: 3, problem: undefined },
  { version: '2.12.0-RC.1', replicas: 3, problem: undefined },
  { version: 'unknown', replicas: 3, problem: undefined },
  { version: '2.9.10', replicas: 1, problem: undefined }
])('NATS $version with $replicas replicas has the problem $problem', ({ version, replicas, problem }) => {
  expect(findVersionProblem(version, replicas)).toBe(problem)
})

it('a relay stores nothing if NATS is too old for a cluster, and /readyz says why', async () => {
  const received: string[] = []
  const server = createServer((socket) => {
    socket.write('INFO {"server_id":"old","version":"2.9.10","proto":1,"max_payload":1048576,"headers":true}\r\n')
    socket.on('data', (data) => {
      const text = data.toString()
      received.push(text)
      if (text.includes('PING')) socket.write('PONG\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const running = await runRelay({ queue: queueConfig([`nats://127.0.0.1:${port}`], { replicas: 3 }) })
  const { origin } = running.relay
  try {
    const expected = `The streams cannot be prepared: ${PROBLEM}\n`
    let answer = ''
    while (answer !== expected) {
      const response = await fetch(`${origin}/readyz`)
      expect(response.status).toBe(503)
      answer = await response.text()
    }
    expect(await post(origin, '/v1/track', purchase('1'))).toMatchObject({ status: 503 })
    expect(received.join('')).not.toContain('PUB')
    expect(running.log()).toContain(JSON.stringify(PROBLEM).slice(1, -1))
  } finally {
    await running.close()
    server.close()
  }
})
