import { createGate, type Gate, type Pass } from '../../../src/relay/delivery/gate'
import type { Fate, Verdict } from '../../../src/relay/delivery/verdict'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 20, 12)
const OPEN: Pass = { most: 1000, isProbe: false }
const PROBE: Pass = { most: 1, isProbe: true }

let now = START
let gate: Gate
beforeEach(() => {
  now = START
  gate = createGate(
    () => now,
    () => 0.5
  )
})

function verdict(fate: Fate, changes: { httpStatus?: number; retryAfter?: number } = {}): Verdict {
  if (fate === 'ignored') return { fate }
  const base = { subscription: 'A', action: 'a', httpStatus: 503, message: '' }
  return { fate, outcome: { ...base, status: fate, ...changes } }
}

const busy = verdict('retry', { httpStatus: 429 })

it('is open at first, and stays open while events are settled', () => {
  expect(gate.enter()).toStrictEqual(OPEN)
  gate.leave(OPEN, [verdict('delivered'), verdict('rejected'), verdict('ignored'), verdict('retry')])
  expect([gate.enter(), gate.pause(), gate.waitTime()]).toStrictEqual([OPEN, undefined, 0])
})

describe('when a whole batch has to be sent again', () => {
  it('waits with exponential backoff, at most a minute', () => {
    const waits = Array.from({ length: 9 }, () => {
      gate.leave(OPEN, [verdict('retry')])
      const wait = gate.waitTime()
      now += wait
      return wait
    })
    expect(waits).toStrictEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('starts anew after a success', () => {
    gate.leave(OPEN, [])
    now += 500
    gate.leave(OPEN, [verdict('delivered')])
    gate.leave(OPEN, [verdict('retry')])
    expect([gate.enter(), gate.pause()]).toStrictEqual([{ wait: 500 }, 'unavailable'])
  })

  it('is not opened by a batch that started before', () => {
    gate.leave(OPEN, [verdict('retry')])
    gate.leave(OPEN, [verdict('delivered')])
    expect(gate.enter()).toStrictEqual({ wait: 500 })
  })
})

describe('after a rate limit', () => {
  it('waits as long as the answer asks', () => {
    gate.leave(OPEN, [verdict('delivered'), verdict('retry', { httpStatus: 429, retryAfter: 90 })])
    expect([gate.enter(), gate.pause()]).toStrictEqual([{ wait: 90_000 }, 'rate limit'])
    now += 90_000
    expect([gate.enter(), gate.pause()]).toStrictEqual([OPEN, undefined])
  })

  it('waits with exponential backoff when the answer asks for no time', () => {
    const waits = Array.from({ length: 11 }, () => {
      gate.leave(OPEN, [verdict('delivered'), busy])
      const wait = gate.waitTime()
      now += wait
      return wait
    })
    expect(waits.slice(0, 3)).toStrictEqual([500, 1000, 2000])
    expect(waits.at(-1)).toBe(2.5 * MINUTE)
  })
})

describe('after a denial', () => {
  it('waits a few minutes, then lets one event through at a time', () => {
    gate.leave(OPEN, [verdict('delivered'), verdict('denied')])
    expect([gate.enter(), gate.pause()]).toStrictEqual([{ wait: 3 * MINUTE }, 'denied'])
    now += 3 * MINUTE
    expect(gate.enter()).toStrictEqual(PROBE)
    expect([gate.enter(), gate.pause()]).toStrictEqual([{ wait: 1000 }, 'denied'])
  })

  it('waits again when that event is denied too', () => {
    gate.leave(OPEN, [verdict('denied')])
    now += 3 * MINUTE
    gate.enter()
    gate.leave(PROBE, [verdict('denied')])
    expect(gate.enter()).toStrictEqual({ wait: 3 * MINUTE })
  })

  it('tries another event when the way to TikTok was closed', () => {
    gate.leave(OPEN, [verdict('denied')])
    now += 3 * MINUTE
    gate.enter()
    gate.leave(PROBE, [verdict('retry')])
    now += gate.waitTime()
    gate.leave(OPEN, [verdict('denied')])
    expect(gate.enter()).toStrictEqual({ wait: 3 * MINUTE })
  })

  it('goes on by itself when that event is delivered', () => {
    gate.leave(OPEN, [verdict('denied')])
    now += 3 * MINUTE
    gate.enter()
    gate.leave(PROBE, [verdict('delivered')])
    expect([gate.enter(), gate.pause()]).toStrictEqual([OPEN, undefined])
  })
})
