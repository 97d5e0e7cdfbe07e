import { createGate, type Gate, type Permit } from '../../../src/relay/delivery/gate'
import type { DeliveryResult, DeliveryStatus } from '../../../src/relay/delivery/delivery-result'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 20, 12)
const OPEN: Permit = { maxEvents: 1000, isProbe: false }
const PROBE: Permit = { maxEvents: 1, isProbe: true }

let now = START
let gate: Gate
beforeEach(() => {
  now = START
  gate = createGate(
    () => now,
    () => 0.5
  )
})

function result(status: DeliveryStatus, changes: { httpStatus?: number; retryAfter?: number } = {}): DeliveryResult {
  if (status === 'ignored') return { status }
  const base = { subscription: 'A', action: 'a', httpStatus: 503, message: '' }
  return { status, outcome: { ...base, status, ...changes } }
}

const busy = result('retry', { httpStatus: 429 })

it('is open at first, and stays open while events are settled', () => {
  expect(gate.tryAcquire()).toStrictEqual(OPEN)
  gate.release(OPEN, [result('delivered'), result('rejected'), result('ignored'), result('retry')])
  expect([gate.tryAcquire(), gate.pause(), gate.waitTime()]).toStrictEqual([OPEN, undefined, 0])
})

describe('when all events of a batch must be sent again', () => {
  it('waits with exponential backoff, at most a minute', () => {
    const waits = Array.from({ length: 9 }, () => {
      gate.release(OPEN, [result('retry')])
      const wait = gate.waitTime()
      now += wait
      return wait
    })
    expect(waits).toStrictEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('starts with the shortest wait again after a success', () => {
    gate.release(OPEN, [])
    now += 500
    gate.release(OPEN, [result('delivered')])
    gate.release(OPEN, [result('retry')])
    expect([gate.tryAcquire(), gate.pause()]).toStrictEqual([{ wait: 500 }, 'unavailable'])
  })

  it('is not opened by a batch that was sent before', () => {
    gate.release(OPEN, [result('retry')])
    gate.release(OPEN, [result('delivered')])
    expect(gate.tryAcquire()).toStrictEqual({ wait: 500 })
  })
})

describe('after a rate limit', () => {
  it('waits for the time that the answer gives', () => {
    gate.release(OPEN, [result('delivered'), result('retry', { httpStatus: 429, retryAfter: 90 })])
    expect([gate.tryAcquire(), gate.pause()]).toStrictEqual([{ wait: 90_000 }, 'rate limit'])
    now += 90_000
    expect([gate.tryAcquire(), gate.pause()]).toStrictEqual([OPEN, undefined])
  })

  it('waits with exponential backoff if the answer gives no time', () => {
    const waits = Array.from({ length: 11 }, () => {
      gate.release(OPEN, [result('delivered'), busy])
      const wait = gate.waitTime()
      now += wait
      return wait
    })
    expect(waits.slice(0, 3)).toStrictEqual([500, 1000, 2000])
    expect(waits.at(-1)).toBe(2.5 * MINUTE)
  })
})

describe('after a denial', () => {
  it('waits a few minutes, then permits one event at a time', () => {
    gate.release(OPEN, [result('delivered'), result('denied')])
    expect([gate.tryAcquire(), gate.pause()]).toStrictEqual([{ wait: 3 * MINUTE }, 'denied'])
    now += 3 * MINUTE
    expect(gate.tryAcquire()).toStrictEqual(PROBE)
    expect([gate.tryAcquire(), gate.pause()]).toStrictEqual([{ wait: 1000 }, 'denied'])
  })

  it('waits again when that event is denied too', () => {
    gate.release(OPEN, [result('denied')])
    now += 3 * MINUTE
    gate.tryAcquire()
    gate.release(PROBE, [result('denied')])
    expect(gate.tryAcquire()).toStrictEqual({ wait: 3 * MINUTE })
  })

  it('waits a few minutes again after a denial that follows an outage', () => {
    gate.release(OPEN, [result('denied')])
    now += 3 * MINUTE
    gate.tryAcquire()
    gate.release(PROBE, [result('retry')])
    now += gate.waitTime()
    gate.release(OPEN, [result('denied')])
    expect(gate.tryAcquire()).toStrictEqual({ wait: 3 * MINUTE })
  })

  it('is not ended by a batch that was sent before', () => {
    for (const settled of [result('delivered'), result('retry'), busy]) {
      gate.release(OPEN, [result('denied')])
      gate.release(OPEN, [settled])
      now += 3 * MINUTE
      gate.release(OPEN, [settled])
      expect([gate.pause(), gate.tryAcquire()]).toStrictEqual(['denied', PROBE])
      gate.release(PROBE, [result('delivered')])
    }
  })

  it('opens when that event is delivered', () => {
    gate.release(OPEN, [result('denied')])
    now += 3 * MINUTE
    gate.tryAcquire()
    gate.release(PROBE, [result('delivered')])
    expect([gate.tryAcquire(), gate.pause()]).toStrictEqual([OPEN, undefined])
  })
})
