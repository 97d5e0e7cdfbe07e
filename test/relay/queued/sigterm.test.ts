import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { CONSUMER, streamOf } from '../../../src/relay/queued/streams'
import { type Sandbox, startSandbox } from '../../../src/sandbox'
import { configOf } from '../support/config-of'
import { describeWithNats, freePort, type NatsServers, queueConfig, startNats } from '../support/nats'
import { post, purchase } from '../support/post'
import { succeeds } from '../support/succeeds'
import { buildRelay, type RelayProcess, relayProcess } from '../support/relay-process'

const STREAM = streamOf({ source: 'shop', name: 'web' })

describeWithNats('SIGTERM in the queued mode', () => {
  let folder: string
  let nats: NatsServers
  let queue: Queue
  let sandbox: Sandbox
  let relay: RelayProcess
  let origin: string

  beforeAll(buildRelay)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sigterm-'))
    nats = await startNats()
    queue = await connectQueue(queueConfig(nats.urls), true)
    sandbox = await startSandbox()
    const config = join(folder, 'relay.json')
    await writeFile(config, JSON.stringify(configOf(sandbox.origin, { queue: nats.urls[0] })))
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    relay = relayProcess(config, port)
    await relay.start()
  })
  afterEach(async () => {
    await relay.kill()
    await queue.connection.close()
    await nats.close()
    await sandbox.close()
    await rm(folder, { recursive: true })
  })

  /** Sends SIGTERM while TikTok delays its answer to an event, and waits until the relay accepts no connections. */
  async function stopWhileSending(delay: number): Promise<void> {
    sandbox.fail({ delay })
    while ((await post(origin, '/v1/track', purchase('a'))).status !== 200) await setTimeout(50)
    while (sandbox.requests.length === 0) await setTimeout(20)
    relay.terminate()
    while (await succeeds(fetch(`${origin}/healthz`))) await setTimeout(20)
    expect(await succeeds(post(origin, '/v1/track', purchase('b')))).toBe(false)
  }

  async function counts() {
    const { state } = await queue.manager.streams.info(STREAM)
    const { num_ack_pending } = await queue.manager.consumers.info(STREAM, CONSUMER)
    return { stored: state.messages, unacknowledged: num_ack_pending }
  }

  it('lets the batch under way finish, accepts no new requests, and exits with 0', async () => {
    await stopWhileSending(1500)
    expect(await relay.ended()).toBe(0)
    expect(sandbox.counted).toMatchObject([{ event_id: 'a' }])
    expect(await counts()).toStrictEqual({ stored: 0, unacknowledged: 0 })
  })

  it('a second one ends the relay at once with 1, and the event stays in the queue', async () => {
    await stopWhileSending(600_000)
    relay.terminate()
    expect(await relay.ended()).toBe(1)
    expect(await counts()).toStrictEqual({ stored: 1, unacknowledged: 1 })
  })

  it('ends the relay with 0 while NATS is down', async () => {
    while ((await post(origin, '/v1/track', purchase('a'))).status !== 200) await setTimeout(50)
    await nats.servers[0]?.kill()
    relay.terminate()
    expect(await relay.ended()).toBe(0)
    await nats.servers[0]?.start()
  })
})
