import type { JsMsg } from '@nats-io/jetstream'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { createRepair } from '../../../src/relay/queued/repair'
import { CONSUMER, ensureConsumer, ensureStreams, streamOf, subjectOf } from '../../../src/relay/queued/streams'
import { describeWithNats, type NatsServers, queueConfig, startNats } from '../support/nats'

const KEY = { source: 'shop', name: 'web' }
const STREAM = streamOf(KEY)

/** The folders in which a stream keeps its messages and its consumers. */
type Part = 'msgs' | 'obs'

describeWithNats('the repair of a consumer', () => {
  let nats: NatsServers
  let queue: Queue
  let check: () => Promise<void>

  beforeEach(async () => {
    nats = await startNats()
    await connect()
    await ensureStreams(queue, queueConfig(nats.urls), [KEY])
  })
  afterEach(async () => {
    await queue.connection.close()
    await nats.close()
  })

  async function connect(): Promise<void> {
    queue = await connectQueue(queueConfig(nats.urls), true)
    check = createRepair(queue, KEY)
  }

  async function publish(...texts: string[]): Promise<void> {
    for (const text of texts) await queue.client.publish(subjectOf(KEY), text)
  }

  async function fetch(count: number, expires = 5000): Promise<JsMsg[]> {
    const consumer = await queue.client.consumers.get(STREAM, CONSUMER)
    const messages: JsMsg[] = []
    for await (const message of await consumer.fetch({ max_messages: count, expires })) messages.push(message)
    return messages
  }

  /** Fetches messages and acknowledges them. */
  async function take(count: number): Promise<string[]> {
    const messages = await fetch(count)
    for (const message of messages) await message.ackAck()
    return messages.map((message) => message.string())
  }

  /**
   * Checks the consumer and takes messages until none is left. A newer NATS repairs some of the damage itself after the
   * wait for an acknowledgement.
   */
  async function takeAll(): Promise<string[]> {
    await queue.manager.consumers.update(STREAM, CONSUMER, { ack_wait: 2e9 })
    const taken: string[] = []
    do {
      await check()
      for (const message of await fetch(10, 1000)) {
        await message.ackAck()
        taken.push(message.string())
      }
    } while ((await counts()).stored > 0)
    return taken
  }

  const consumer = () => queue.manager.consumers.info(STREAM, CONSUMER)

  async function counts() {
    const { state } = await queue.manager.streams.info(STREAM)
    const { num_pending, num_ack_pending } = await consumer()
    return { stored: state.messages, undelivered: num_pending, unacknowledged: num_ack_pending }
  }

  const EMPTY = { stored: 0, undelivered: 0, unacknowledged: 0 }

  /** The folder of the messages or of the consumers. */
  const folderOf = (part: Part): string => join(nats.servers[0]?.streams ?? '', STREAM, part)

  const save = (part: Part) => cp(folderOf(part), `${folderOf(part)}-copy`, { recursive: true })

  async function restore(part: Part): Promise<void> {
    await rm(folderOf(part), { recursive: true })
    await cp(`${folderOf(part)}-copy`, folderOf(part), { recursive: true })
  }

  async function whileStopped(work: () => Promise<void>): Promise<void> {
    await queue.connection.close()
    await nats.servers[0]?.stop()
    await work()
    await nats.servers[0]?.start()
    await connect()
  }

  it('delivers messages again that are settled and still in the stream', async () => {
    await publish('a', 'b')
    await save('msgs')
    await take(2)
    await whileStopped(() => restore('msgs'))
    expect(await counts()).toStrictEqual({ stored: 2, undelivered: 0, unacknowledged: 0 })
    await check()
    await check()
    expect(await take(2)).toStrictEqual(['a', 'b'])
    expect(await counts()).toStrictEqual(EMPTY)
  })

  it.each([
    ['after', 0, 2, ['a', 'c']],
    ['before', 1, 1, ['b', 'c']]
  ])('forgets an acknowledgement that cannot arrive, %s a settled message', async (_, settled, deleted, left) => {
    await publish('a', 'b', 'c')
    await save('msgs')
    const messages = await fetch(3)
    await messages[settled]?.ackAck()
    await whileStopped(async () => {
      await restore('msgs')
      await save('obs')
    })
    await queue.manager.streams.deleteMessage(STREAM, deleted)
    await whileStopped(() => restore('obs'))
    expect(new Set(await takeAll())).toStrictEqual(new Set(left))
    expect(await counts()).toStrictEqual(EMPTY)
  })

  it('delivers settled messages again if they come after an acknowledgement that NATS has given up', async () => {
    await publish('a', 'b')
    await save('msgs')
    const [, b] = await fetch(2)
    await b?.ackAck()
    await whileStopped(async () => {
      await restore('msgs')
      await save('obs')
    })
    await queue.manager.streams.deleteMessage(STREAM, 1)
    await whileStopped(() => restore('obs'))
    while ((await counts()).unacknowledged > 0) await setTimeout(20)
    await check()
    await check()
    expect(await take(1)).toStrictEqual(['b'])
    expect(await counts()).toStrictEqual(EMPTY)
  })

  it('delivers events that reuse the sequence numbers of events lost in a power failure', async () => {
    await save('msgs')
    await publish('lost')
    await take(1)
    await whileStopped(() => restore('msgs'))
    await publish('new')
    expect(await takeAll()).toStrictEqual(['new'])
    expect(await counts()).toStrictEqual(EMPTY)
  })

  it('does not change a consumer that agrees with its stream', async () => {
    const { created } = await consumer()
    await check()
    await publish('a', 'b', 'c')
    await check()
    const [a, b] = await fetch(2)
    await check()
    await b?.ackAck()
    await check()
    await a?.ackAck()
    await check()
    await take(1)
    await check()
    expect((await consumer()).created).toBe(created)
  })

  it('does not change a consumer that has delivered nothing yet, although messages have expired', async () => {
    const { created } = await consumer()
    await publish('expired', 'a')
    await queue.manager.streams.deleteMessage(STREAM, 1)
    await check()
    await check()
    expect((await consumer()).created).toBe(created)
  })

  it('does not change a consumer that another relay has just made', async () => {
    await publish('a')
    await save('msgs')
    await take(1)
    await whileStopped(() => restore('msgs'))
    const others = createRepair(queue, KEY)
    await others()
    await check()
    await others()
    const { created } = await consumer()
    await check()
    expect((await consumer()).created).toBe(created)
    expect(await take(1)).toStrictEqual(['a'])
  })

  it('makes a consumer that is missing, because a relay was killed between deleting and making it', async () => {
    await publish('a')
    const { config } = await consumer()
    await queue.manager.consumers.delete(STREAM, CONSUMER)
    await check()
    expect((await ensureConsumer(queue, KEY)).config).toStrictEqual(config)
    expect(await take(1)).toStrictEqual(['a'])
  })
})
