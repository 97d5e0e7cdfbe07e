import { type RequestClient, SelfTimeoutError } from '@segment/actions-core'
import { getEventListeners } from 'node:events'
import { boundedClient } from '../../src/runtime/request'

const URL = 'http://127.0.0.1/'

/** A client that never answers and ignores its signal. */
const silent = (() => new Promise(() => undefined)) as RequestClient

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

it('ends a call after the timeout, and tells the client', async () => {
  let signal: AbortSignal | undefined
  const client = boundedClient(
    (_url, options) => {
      signal = options?.signal as AbortSignal
      return new Promise(() => undefined)
    },
    { timeout: 50, signal: undefined }
  )
  const answer = client(URL)
  jest.advanceTimersByTime(49)
  expect(signal?.aborted).toBe(false)
  jest.advanceTimersByTime(1)
  await expect(answer).rejects.toStrictEqual(new SelfTimeoutError('No complete answer came within 50 milliseconds.'))
  expect(signal?.aborted).toBe(true)
})

it('ends a call when the signal aborts', async () => {
  const controller = new AbortController()
  const answer = boundedClient(silent, { timeout: 50, signal: controller.signal })(URL)
  controller.abort(new TypeError('stopped'))
  await expect(answer).rejects.toThrow('stopped')
})

it('does not call the client after the signal has aborted', async () => {
  const client = jest.fn()
  const signal = AbortSignal.abort(new TypeError('stopped'))
  await expect(boundedClient(client as unknown as RequestClient, { timeout: 50, signal })(URL)).rejects.toThrow(
    'stopped'
  )
  expect(client).not.toHaveBeenCalled()
})

it('leaves no timer and no listener behind', async () => {
  const { signal } = new AbortController()
  const client = boundedClient((() => Promise.resolve('answer')) as unknown as RequestClient, { timeout: 50, signal })
  expect(await client(URL)).toBe('answer')
  expect(jest.getTimerCount()).toBe(0)
  expect(getEventListeners(signal, 'abort')).toStrictEqual([])
})

it('adds one listener to a signal for all calls, because Node.js warns of a leak if there are more than ten', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const answers = Array.from({ length: 11 }, () => boundedClient(silent, { timeout: 50, signal })(URL))
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  controller.abort(new TypeError('stopped'))
  const outcomes = await Promise.allSettled(answers)
  expect(outcomes.map(({ status }) => status)).toStrictEqual(Array(11).fill('rejected'))
  expect(getEventListeners(signal, 'abort')).toStrictEqual([])
})

it('passes the options and the timeout to the client', async () => {
  const client = jest.fn().mockResolvedValue('answer')
  await boundedClient(client as unknown as RequestClient, { timeout: 50, signal: undefined })(URL, { method: 'post' })
  expect(client.mock.calls).toStrictEqual([
    [URL, { method: 'post', timeout: 50, signal: expect.any(AbortSignal) as AbortSignal }]
  ])
})
