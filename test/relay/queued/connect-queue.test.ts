import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { queueConfig } from '../support/nats'
import { runRelay } from '../support/use-relay'

it('/readyz says that NATS refuses the user', async () => {
  const server = createServer((socket) => {
    socket.write('INFO {"server_id":"x","version":"2.10.27","proto":1,"max_payload":1048576,"auth_required":true}\r\n')
    socket.on('data', () => socket.end("-ERR 'Authorization Violation'\r\n"))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const running = await runRelay({ queue: queueConfig([`nats://127.0.0.1:${port}`]) })
  try {
    while (!running.log().includes('"msg":"connecting to NATS"')) await setTimeout(20)
    const response = await fetch(`${running.relay.origin}/readyz`)
    expect([response.status, await response.text()]).toStrictEqual([
      503,
      'The relay cannot connect to NATS: Authorization Violation. Correct this, then restart the relay.\n'
    ])
  } finally {
    await running.close()
    server.close()
  }
})
