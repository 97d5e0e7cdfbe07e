import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { QueueConfig, SourceConfig } from '../../../src/relay/config/read-config'
import type { DeadLetter } from '../../../src/relay/delivery/dead-letter'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { readDeadLetters } from '../../../src/relay/queued/dead-letters'
import { CONSUMER, streamOf } from '../../../src/relay/queued/streams'
import { describeWithNats, type NatsServers, queueConfig, startNats } from '../support/nats'
import { BAD_LETTER, BAD_PURCHASE } from '../support/bad-purchase'
import { post, purchase } from '../support/post'
import { runRelay, type RunningRelay, source, WEB } from '../support/use-relay'

const STREAM = streamOf({ source: 'shop', name: 'web' })
const DEAD_PIXEL = { ...WEB, name: 'dead', settings: { ...WEB.settings, accessToken: 'dead' } }

/** NATS, a connection to it and relays, for one test. */
interface Setup {
  readonly nats: NatsServers
  readonly queue: Queue
  /** Starts a relay and waits until it is ready. */
  readonly start: Start
  /** Starts a relay. */
  readonly startAtOnce: Start
}

type Start = (changes?: Partial<QueueConfig>, sources?: readonly SourceConfig[]) => Promise<RunningRelay>

/** A test with a NATS server of its own. These tests run at once, because they wait most of their time. */
const testWithNats = (name: string, body: (setup: Setup) => Promise<void>): void => {
  it.concurrent(name, () => withNats(body))
}

async function withNats(body: (setup: Setup) => Promise<void>): Promise<void> {
  const nats = await startNats()
  const queue = await connectQueue(queueConfig(nats.urls), true)
  const relays: RunningRelay[] = []
  const startAtOnce: Start = async (changes, sources = [source('shop')]) => {
    const running = await runRelay({ queue: queueConfig(nats.urls, changes), sources })
    relays.push(running)
    return running
  }
  const start: Start = async (...options) => {
    const running = await startAtOnce(...options)
    await until(() => isReady(running))
    return running
  }
  try {
    await body({ nats, queue, start, startAtOnce })
  } finally {
    for (const relay of relays) await relay.close()
    await queue.connection.close()
    await nats.close()
  }
}

async function isReady({ relay }: RunningRelay): Promise<boolean> {
  return (await fetch(`${relay.origin}/readyz`)).ok
}

const send = ({ relay }: RunningRelay, ...ids: string[]) =>
  post(relay.origin, '/v1/batch', { batch: ids.map((id) => purchase(id)) })

const counted = ({ sandbox }: RunningRelay) => sandbox.counted.map(({ event_id }) => event_id).sort()

async function metric({ relay }: RunningRelay, line: string): Promise<string | undefined> {
  const text = await (await fetch(`${relay.origin}/metrics`)).text()
  return text
    .split('\n')
    .find((one) => one.startsWith(line))
    ?.slice(line.length)
    .trim()
}

async function deadLetters(queue: Queue): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = []
  for await (const { letter } of readDeadLetters(queue)) letters.push(letter)
  return letters
}

describeWithNats('the queued mode', () => {
  testWithNats('answers when events are stored, and delivers them', async ({ start }) => {
    const relay = await start()
    expect(await send(relay, 'a', 'b', 'c')).toMatchObject({ status: 200 })
    await until(() => counted(relay).length === 3)
    expect(counted(relay)).toStrictEqual(['a', 'b', 'c'])
    await until(async () => (await metric(relay, 'segment_tiktok_depth{source="shop",destination="web"}')) === '0')
    const steps = 'segment_tiktok_events_total{source="shop",destination="web",event="CompletePayment",step='
    expect(await metric(relay, `${steps}"stored"}`)).toBe('3')
    expect(await metric(relay, `${steps}"delivered"}`)).toBe('3')
  })

  testWithNats('stores an event once even if a client sends it twice', async ({ start }) => {
    const relay = await start()
    await send(relay, 'again')
    await send(relay, 'again', 'b')
    await until(() => counted(relay).length === 2)
    expect(relay.sandbox.accepted.map(({ data }) => data.event_id).sort()).toStrictEqual(['again', 'b'])
  })

  testWithNats('stores only the parts of an event that the mapping needs', async ({ queue, start }) => {
    const relay = await start()
    const stored = queue.connection.subscribe('segment-tiktok.events.shop.web', { max: 1 })
    await post(relay.relay.origin, '/v1/track', purchase('m', { userId: undefined, secret: 'x', writeKey: 'shop-key' }))
    for await (const message of stored) {
      expect(message.json()).toStrictEqual({ ...purchase('m'), context: { ip: '127.0.0.1' } })
    }
  })

  testWithNats('does not store an event that no subscription matches', async ({ queue, start }) => {
    const relay = await start()
    const {
      relay: { origin }
    } = relay
    expect(await post(origin, '/v1/identify', { userId: 'u1', traits: { email: 'a@b.example' } })).toMatchObject({
      status: 200
    })
    expect((await queue.manager.streams.info(STREAM)).state.last_seq).toBe(0)
  })

  testWithNats('keeps a rejected event as a dead letter', async ({ queue, start }) => {
    const relay = await start()
    await post(relay.relay.origin, '/v1/track', BAD_PURCHASE)
    await until(async () => (await deadLetters(queue)).length === 1)
    expect(await deadLetters(queue)).toStrictEqual([BAD_LETTER])
    const labels = '{source="shop",destination="web"}'
    await until(async () => (await metric(relay, `segment_tiktok_depth${labels}`)) === '0')
    expect(await metric(relay, `segment_tiktok_dead_letters${labels}`)).toBe('1')
  })

  for (const [what, fault] of [
    ['a rate limit', { code: 40100 }],
    ['an error of TikTok', { status: 502 }],
    ['an answer that got lost', { reset: true, accept: true }]
  ] as const) {
    testWithNats(`sends events again after ${what}`, async ({ start, queue }) => {
      const relay = await start()
      relay.sandbox.fail(fault)
      expect(await send(relay, 'a', 'b')).toMatchObject({ status: 200 })
      await until(async () => (await queue.manager.streams.info(STREAM)).state.messages === 0)
      expect(counted(relay)).toStrictEqual(['a', 'b'])
      expect(await deadLetters(queue)).toStrictEqual([])
    })
  }

  testWithNats(
    'settles nothing while a token is denied, sends few requests with it, and holds up no other destination',
    async ({ queue, start }) => {
      const relay = await start({}, [source('shop', { destinations: [DEAD_PIXEL, WEB] })])
      expect(await send(relay, 'a', 'b', 'c')).toMatchObject({ status: 200 })
      await until(() => counted(relay).length === 3)
      const paused = 'segment_tiktok_paused{source="shop",destination="dead",cause="denied"}'
      await until(async () => (await metric(relay, paused)) === '1')
      await send(relay, 'd')
      await until(() => counted(relay).length === 4)
      const refused = relay.sandbox.requests.filter(({ answer }) => answer.code === 40105)
      expect(refused.length).toBeLessThanOrEqual(2)
      expect(await metric(relay, 'segment_tiktok_depth{source="shop",destination="dead"}')).toBe('4')
      expect(await deadLetters(queue)).toStrictEqual([])
    }
  )

  testWithNats('accepts nothing, drops nothing and is not ready when its store is full', async ({ queue, start }) => {
    const relay = await start({ maxBytes: 60_000 }, [source('shop', { destinations: [DEAD_PIXEL] })])
    const large = (id: string) => purchase(id, { context: { userAgent: 'x'.repeat(20_000) } })
    const answers: number[] = []
    for (const id of ['1', '2', '3', '4']) {
      answers.push((await post(relay.relay.origin, '/v1/track', large(id))).status)
    }
    expect(answers).toStrictEqual([200, 200, 503, 503])
    expect((await queue.manager.streams.info(streamOf({ source: 'shop', name: 'dead' }))).state.messages).toBe(2)
    const { status, headers } = await post(relay.relay.origin, '/v1/track', large('5'))
    expect([status, headers.get('Retry-After')]).toStrictEqual([503, '5'])
    expect(await (await fetch(`${relay.relay.origin}/readyz`)).text()).toBe(
      'The stream segment-tiktok_shop_dead is full.\n'
    )
  })

  testWithNats('publishes metrics without the gauges of a stream that cannot be read', async ({ queue, start }) => {
    const relay = await start()
    await queue.manager.streams.delete(STREAM)
    const response = await fetch(`${relay.relay.origin}/metrics`)
    const text = await response.text()
    expect([response.status, text.includes('segment_tiktok_depth{')]).toStrictEqual([200, false])
    expect(text).toContain('segment_tiktok_received_total')
  })

  testWithNats('says that a stream is missing', async ({ queue, start }) => {
    const relay = await start()
    await queue.manager.streams.delete(STREAM)
    const ready = await fetch(`${relay.relay.origin}/readyz`)
    expect([ready.status, await ready.text()]).toStrictEqual([
      503,
      'A stream is missing. A relay creates it when it starts.\n'
    ])
  })

  testWithNats('accepts nothing while NATS is down, and resumes by itself', async ({ nats, start }) => {
    const relay = await start()
    expect(await metric(relay, 'segment_tiktok_depth{source="shop",destination="web"}')).toBe('0')
    const [server] = nats.servers
    await server?.kill()
    expect(await send(relay, 'a')).toMatchObject({ status: 503 })
    expect(await isReady(relay)).toBe(false)
    const requests = await metric(relay, 'segment_tiktok_http_seconds_count{endpoint="/v1/batch",status="503"}')
    const depth = await metric(relay, 'segment_tiktok_depth{')
    await server?.start()
    expect([requests, depth]).toStrictEqual(['1', undefined])
    await until(async () => (await send(relay, 'a')).status === 200)
    await until(() => counted(relay).length === 1)
  })

  testWithNats('goes on when its consumer is deleted and created again', async ({ queue, start }) => {
    const relay = await start()
    await send(relay, 'a')
    await until(() => counted(relay).length === 1)
    const { config } = await queue.manager.consumers.info(STREAM, CONSUMER)
    await queue.manager.consumers.delete(STREAM, CONSUMER)
    await send(relay, 'b')
    await queue.manager.consumers.add(STREAM, config)
    await until(() => counted(relay).length === 2)
  })

  testWithNats('starts before NATS does', async ({ nats, startAtOnce }) => {
    const [server] = nats.servers
    await server?.kill()
    const relay = await startAtOnce()
    expect((await fetch(`${relay.relay.origin}/healthz`)).status).toBe(200)
    expect(await isReady(relay)).toBe(false)
    expect(await send(relay, 'a')).toMatchObject({ status: 503 })
    await server?.start()
    await until(() => isReady(relay))
    expect(await send(relay, 'a')).toMatchObject({ status: 200 })
  })

  testWithNats('delivers all events when two relays share a queue', async ({ start }) => {
    const [one, other] = [await start(), await start()]
    await send(one, ...Array.from({ length: 2500 }, (_, index) => String(index)))
    await until(() => counted(one).length + counted(other).length === 2500)
  })

  testWithNats('updates existing streams to the configuration', async ({ queue, start }) => {
    await start({ maxBytes: 100_000, maxAgeDays: 3 })
    await start({ maxBytes: 200_000, maxAgeDays: 5 })
    const { config } = await queue.manager.streams.info(STREAM)
    expect([config.max_bytes, config.max_age]).toStrictEqual([200_000, 5 * 86_400e9])
    expect((await queue.manager.consumers.info(STREAM, CONSUMER)).config.ack_wait).toBe(30e9)
  })

  testWithNats('finishes the batch under way when it is stopped', async ({ queue, start }) => {
    const relay = await start()
    relay.sandbox.fail({ delay: 1000 })
    await send(relay, 'a')
    await until(() => relay.sandbox.requests.length === 1)
    await relay.relay.stop()
    expect(counted(relay)).toStrictEqual(['a'])
    await until(async () => (await queue.manager.streams.info(STREAM)).state.messages === 0)
  })

  testWithNats(
    'starts no worker if it is stopped while the streams are prepared',
    async ({ nats, queue, startAtOnce }) => {
      const [url = ''] = nats.urls
      let isDisconnected = false
      const proxy = createServer((client) => {
        client.pipe(connect(Number(new URL(url).port), '127.0.0.1')).pipe(client)
        client.on('close', () => (isDisconnected = true))
      }).listen(0, '127.0.0.1')
      await once(proxy, 'listening')
      const created = queue.connection.subscribe('$JS.API.STREAM.CREATE.>', { max: 1 })
      const { relay } = await startAtOnce({ servers: [`nats://127.0.0.1:${(proxy.address() as AddressInfo).port}`] })
      await created[Symbol.asyncIterator]().next()
      await relay.stop()
      await until(() => isDisconnected)
      expect((await queue.manager.consumers.info(STREAM, CONSUMER)).num_waiting).toBe(0)
      proxy.close()
    }
  )
})

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(50)
}
