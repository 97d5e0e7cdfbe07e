import { storeDeadLetter } from '../../../src/relay/queued/store-dead-letter'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { ensureStreams } from '../../../src/relay/queued/streams'
import { readDeadLetters } from '../../../src/relay/queued/dead-letters'
import { describeWithNats, type NatsServers, queueConfig, startNats } from '../support/nats'

const event = { type: 'track', event: 'Order Completed', messageId: 'm' }
const letter = { time: '2026-11-20T12:00:00.000Z', source: 'shop', destination: 'web', status: 400, message: '', event }

describeWithNats('storeDeadLetter', () => {
  let nats: NatsServers
  let queue: Queue
  beforeAll(async () => {
    nats = await startNats()
    const config = queueConfig(nats.urls)
    queue = await connectQueue(config, true)
    await ensureStreams(queue, config, [{ source: 'shop', name: 'web' }])
  })
  afterAll(async () => {
    await queue.connection.close()
    await nats.close()
  })

  it('stores one dead letter for a stored event, and another for the same event when it was stored again', async () => {
    await storeDeadLetter(queue, letter, 1)
    await storeDeadLetter(queue, letter, 1)
    await storeDeadLetter(queue, { ...letter, message: 'again' }, 2)
    const messages: string[] = []
    for await (const stored of readDeadLetters(queue)) messages.push(stored.letter.message)
    expect(messages).toStrictEqual(['', 'again'])
  })
})
