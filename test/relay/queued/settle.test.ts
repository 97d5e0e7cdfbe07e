import type { JsMsg } from '@nats-io/jetstream'
import type { DeadLetter } from '../../../src/relay/delivery/dead-letter'
import type { Destination } from '../../../src/relay/delivery/destination'
import type { Reporter } from '../../../src/relay/delivery/reporter'
import type { DeliveryResult, DeliveryStatus } from '../../../src/relay/delivery/delivery-result'
import { settle } from '../../../src/relay/queued/settle'
import type { Outcome } from '../../../src/runtime'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12)
const SEQUENCE = 7
const event = { type: 'track', event: 'A', messageId: 'm' }

/** Settles one event and lists the steps in order. */
async function run(
  status: DeliveryStatus,
  given: { outcome?: Partial<Outcome>; age?: number; tries?: number; gateWait?: number; canStoreLetter?: boolean } = {}
) {
  const { outcome, age = 0, tries = 1, gateWait = 0, canStoreLetter = true } = given
  const done: unknown[] = []
  const letters: DeadLetter[] = []
  const message = {
    seq: SEQUENCE,
    info: { deliveryCount: tries, timestampNanos: (NOW - age) * 1e6 },
    ack: () => done.push('ack'),
    term: () => done.push('term'),
    nak: (wait: number) => done.push(['nak', wait])
  } as unknown as JsMsg
  const base = { subscription: 'S', action: 'a', status: 'rejected', httpStatus: 400, message: 'Bad.' } as const
  const result: DeliveryResult = outcome === undefined ? { status } : { status, outcome: { ...base, ...outcome } }
  const failure = await settle({ message, event }, result, {
    destination: {
      source: 'shop',
      name: 'web',
      tiktokEventOf: () => 'CompletePayment',
      gate: { waitTime: () => gateWait }
    } as unknown as Destination,
    reporter: { deadLettered: () => done.push('deadLettered') } as unknown as Reporter,
    now: () => NOW,
    storeDeadLetter: (letter, sequence) => {
      if (!canStoreLetter) return Promise.reject(new TypeError('full'))
      expect(sequence).toBe(SEQUENCE)
      done.push('storeDeadLetter')
      letters.push(letter)
      return Promise.resolve()
    }
  })
  return { done, letters, failure }
}

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0.5))
afterEach(() => jest.restoreAllMocks())

it.each<DeliveryStatus>(['delivered', 'ignored'])('acknowledges an event that is %s', async (status) => {
  expect((await run(status)).done).toStrictEqual(['ack'])
})

it('stores the dead letter of a rejected event before it ends the event', async () => {
  const { done, letters } = await run('rejected', { outcome: { requestId: '2026' } })
  expect(done).toStrictEqual(['storeDeadLetter', 'term', 'deadLettered'])
  expect(letters).toStrictEqual([
    {
      time: expect.any(String) as string,
      source: 'shop',
      destination: 'web',
      status: 400,
      message: 'Bad.',
      requestId: '2026',
      event
    }
  ])
})

it('keeps a rejected event whose dead letter cannot be stored', async () => {
  const { done, failure } = await run('rejected', { outcome: {}, canStoreLetter: false })
  expect(done).toStrictEqual([['nak', 30_000]])
  expect(failure).toBeInstanceOf(TypeError)
})

it.each([
  [1, 500],
  [4, 4000],
  [100, 150_000]
])('hands an event back after try %p with backoff', async (tries, wait) => {
  expect((await run('retry', { tries })).done).toStrictEqual([['nak', wait]])
})

it('hands an event back for as long as the answer asks', async () => {
  expect((await run('retry', { outcome: { retryAfter: 60 } })).done).toStrictEqual([['nak', 60_000]])
})

it('retries an event for 24 hours, then makes it a dead letter', async () => {
  expect((await run('retry', { age: 24 * HOUR, tries: 9 })).done).toStrictEqual([['nak', 128_000]])
  const { done, letters } = await run('retry', { age: 24 * HOUR + 1, outcome: { httpStatus: 503, message: 'Down.' } })
  expect(done).toStrictEqual(['storeDeadLetter', 'term', 'deadLettered'])
  expect(letters.map(({ status, message }) => [status, message])).toStrictEqual([[503, 'Down.']])
})

it('states the reason in the dead letter if there is no outcome', async () => {
  const { letters } = await run('retry', { age: 25 * HOUR })
  expect(letters.map(({ message }) => message)).toStrictEqual(['The event could not be delivered within 24 hours.'])
})

it('hands an event back while the token is denied, regardless of the age of the event', async () => {
  const { done } = await run('denied', { age: 100 * HOUR, outcome: { status: 'denied' }, gateWait: 150_000 })
  expect(done).toStrictEqual([['nak', 150_000]])
})
