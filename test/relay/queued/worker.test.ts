import type { Consumer, JsMsg } from '@nats-io/jetstream'
import type { Destination } from '../../../src/relay/delivery/destination'
import { createGate } from '../../../src/relay/delivery/gate'
import type { Reporter } from '../../../src/relay/delivery/reporter'
import { startWorker, type Worker } from '../../../src/relay/queued/worker'
import type { SendResult } from '../../../src/runtime'

const delivered = (index: number): SendResult => ({
  index,
  outcomes: [{ subscription: 'S', action: 'a', status: 'delivered', httpStatus: 200, message: '' }]
})

describe('a worker', () => {
  let log: string[]
  let finish: ((results: SendResult[]) => void) | undefined
  let failed: string[]
  let session: AbortSignal

  beforeEach(() => {
    jest.useFakeTimers()
    log = []
    failed = []
    session = new AbortController().signal
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  function message(id: string, text = JSON.stringify({ messageId: id })): JsMsg {
    const say = (what: string) => () => {
      log.push(`${what} ${id}`)
    }
    const actions = { ack: say('ack'), nak: say('nak'), term: say('term'), working: say('working') }
    return { json: () => JSON.parse(text) as unknown, info: {}, ...actions } as unknown as JsMsg
  }

  /** Starts a worker whose consumer returns these batches in turn, and then no message. */
  function start(...batches: readonly (readonly JsMsg[] | Error)[]): Worker {
    const left = [...batches]
    const consumer = {
      fetch: () => {
        const batch = left.shift()
        if (batch instanceof Error) return Promise.reject(batch)
        return Promise.resolve(
          Object.assign(
            (async function* () {
              if (batch === undefined) await new Promise((resolve) => setTimeout(resolve, 1000))
              else yield* batch
            })(),
            { stop: () => undefined }
          )
        )
      }
    } as unknown as Consumer
    const destination = {
      source: 'shop',
      name: 'web',
      gate: createGate(),
      tiktokEventOf: () => 'A',
      send: (events: readonly { messageId: string }[]) => {
        log.push(`send ${events.map(({ messageId }) => messageId).join()}`)
        return new Promise<SendResult[]>((resolve) => {
          finish = resolve
        })
      }
    } as unknown as Destination
    const reporter = { sent: () => undefined, failed: (what: string) => failed.push(what) } as unknown as Reporter
    return startWorker(consumer, {
      destination,
      reporter,
      now: Date.now,
      session: () => session,
      storeDeadLetter: () => Promise.resolve()
    })
  }

  it('says every 10 seconds that a batch is under way, and settles it at the end', async () => {
    const worker = start([message('a'), message('b')])
    await jest.advanceTimersByTimeAsync(20_000)
    finish?.([delivered(0), delivered(1)])
    const stopped = worker.stop()
    await jest.advanceTimersByTimeAsync(60_000)
    await stopped
    const working = ['working a', 'working b']
    expect(log).toStrictEqual(['send a,b', ...working, ...working, 'ack a', 'ack b'])
  })

  it('finishes the batch under way when it is stopped, and fetches no other', async () => {
    const worker = start([message('a')], [message('b')])
    await jest.advanceTimersByTimeAsync(10)
    const stopped = worker.stop()
    finish?.([delivered(0)])
    await stopped
    expect(log).toStrictEqual(['send a', 'ack a'])
  })

  it('hands back a batch that takes too long', async () => {
    const worker = start([message('a')])
    await jest.advanceTimersByTimeAsync(10)
    void worker.stop()
    worker.returnOpenBatch()
    expect(log).toStrictEqual(['send a', 'nak a'])
  })

  it('ends a message that no relay wrote', async () => {
    const worker = start([message('a', 'not JSON'), message('b')])
    await jest.advanceTimersByTimeAsync(10)
    const stopped = worker.stop()
    finish?.([delivered(0)])
    await stopped
    expect([log, failed]).toStrictEqual([['term a', 'send b', 'ack b'], ['reading a stored event']])
  })

  it('goes on at once after a batch of only such messages', async () => {
    const worker = start([message('a', 'not JSON')], [message('b')])
    await jest.advanceTimersByTimeAsync(10)
    const stopped = worker.stop()
    finish?.([delivered(0)])
    await stopped
    expect(log).toStrictEqual(['term a', 'send b', 'ack b'])
  })

  it('fetches nothing while there is no connection', async () => {
    jest.useRealTimers()
    session = AbortSignal.abort()
    const worker = start([message('a')])
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(log).toStrictEqual([])
    session = new AbortController().signal
    while (log.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    const stopped = worker.stop()
    finish?.([delivered(0)])
    await stopped
    expect(log).toStrictEqual(['send a', 'ack a'])
  })

  it('goes on when fetching fails', async () => {
    jest.useRealTimers()
    const worker = start(new TypeError('lost'), [message('a')])
    while (log.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    const stopped = worker.stop()
    finish?.([delivered(0)])
    await stopped
    expect([log, failed]).toStrictEqual([['send a', 'ack a'], ['fetching events']])
  })
})
