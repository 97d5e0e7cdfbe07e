import { RateLimiter } from '../../../src/cli/send/rate-limiter'

// Jest's clock has no `node:timers/promises`.
jest.mock('node:timers/promises', () => ({
  setTimeout: (milliseconds: number, _value: undefined, { signal }: { signal: AbortSignal }) =>
    new Promise<void>((resolve, reject) => {
      setTimeout(resolve, milliseconds)
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error)
      })
    })
}))

beforeEach(() => {
  jest.useFakeTimers({ now: 0 })
})

afterEach(() => {
  jest.useRealTimers()
})

/** Returns the times at which these batches may be sent, in milliseconds. */
async function sendTimes(limiter: RateLimiter, batches: readonly number[]): Promise<number[]> {
  const { signal } = new AbortController()
  const times = batches.map(async (events) => {
    await limiter.waitForTurn(events, signal)
    return Date.now()
  })
  await jest.advanceTimersByTimeAsync(60_000)
  return Promise.all(times)
}

it('spaces batches by the rate', async () => {
  expect(await sendTimes(new RateLimiter(100), [100, 50, 100])).toStrictEqual([0, 1000, 1500])
})

it('delays all batches by a pause', async () => {
  const limiter = new RateLimiter(undefined)
  limiter.pause(5000)
  expect(await sendTimes(limiter, [1000, 1000])).toStrictEqual([5000, 5000])
})

it('spaces batches by the rate after a pause that starts while they wait', async () => {
  const limiter = new RateLimiter(100)
  setTimeout(() => {
    limiter.pause(10_000)
  }, 500)
  expect(await sendTimes(limiter, [100, 100, 100, 100])).toStrictEqual([0, 10_500, 11_500, 12_500])
})

it('waits for a pause that is extended', async () => {
  const limiter = new RateLimiter(undefined)
  limiter.pause(5000)
  setTimeout(() => {
    limiter.pause(5000)
  }, 2000)
  expect(await sendTimes(limiter, [1, 1])).toStrictEqual([7000, 7000])
})

it('rejects when the signal aborts', async () => {
  const controller = new AbortController()
  const limiter = new RateLimiter(undefined)
  limiter.pause(5000)
  const turn = limiter.waitForTurn(1, controller.signal)
  controller.abort()
  await expect(turn).rejects.toThrow('This operation was aborted')
})
