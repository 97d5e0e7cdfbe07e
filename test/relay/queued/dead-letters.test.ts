import { setTimeout } from 'node:timers/promises'
import { connectQueue, type Queue } from '../../../src/relay/queued/connect-queue'
import { putBack, readDeadLetters, type StoredLetter } from '../../../src/relay/queued/dead-letters'
import { describeWithNats, type NatsServers, queueConfig, startNats } from '../support/nats'
import { post, purchase } from '../support/post'
import { runRelay, type RunningRelay } from '../support/use-relay'

describeWithNats('dead letters', () => {
  let nats: NatsServers
  let queue: Queue
  let relay: RunningRelay
  beforeAll(async () => {
    nats = await startNats()
    queue = await connectQueue(queueConfig(nats.urls), true)
    relay = await runRelay({ queue: queueConfig(nats.urls) })
    while (!(await fetch(`${relay.relay.origin}/readyz`)).ok) await setTimeout(50)
  })
  afterAll(async () => {
    await relay.close()
    await queue.connection.close()
    await nats.close()
  })

  async function stored(): Promise<StoredLetter[]> {
    const letters: StoredLetter[] = []
    for await (const one of readDeadLetters(queue)) letters.push(one)
    return letters
  }

  /** Waits until there is exactly one dead letter and it has another id. */
  async function letterOtherThan(id: number): Promise<StoredLetter> {
    for (;;) {
      const [letter, ...others] = await stored()
      if (letter !== undefined && letter.id !== id && others.length === 0) return letter
      await setTimeout(50)
    }
  }

  it('an event that is put back and rejected again at once becomes a new dead letter', async () => {
    await post(relay.relay.origin, '/v1/track', purchase('bad', { timestamp: 'Tomato 5' }))
    const first = await letterOtherThan(0)
    await putBack(queue, first)
    const second = await letterOtherThan(first.id)
    expect(second.letter).toStrictEqual({ ...first.letter, time: second.letter.time })
    expect(second.letter.event.messageId).toBe('bad')
  })

  it('an event that is put back is delivered like any other', async () => {
    const [letter] = await stored()
    if (letter === undefined) throw new TypeError('the test before leaves a dead letter')
    const event = { ...letter.letter.event, timestamp: '2026-11-20T12:00:00.000Z' }
    await putBack(queue, { ...letter, letter: { ...letter.letter, event } })
    while (relay.sandbox.counted.length === 0) await setTimeout(50)
    expect(relay.sandbox.counted).toMatchObject([{ event: 'CompletePayment', event_id: 'bad' }])
    expect(await stored()).toStrictEqual([])
  })
})
