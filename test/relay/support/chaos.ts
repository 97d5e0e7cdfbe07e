import { setTimeout } from 'node:timers/promises'
import type { FixedFault, Sandbox } from '../../../src/sandbox'
import { post, purchase } from './post'

/** The counts of a chaos run: events that were sent, retries and kills. */
export interface ChaosCounts {
  readonly good: number
  readonly bad: number
  /** How often a request had to be sent again. */
  readonly retries: number
  readonly relayKills: number
  readonly natsKills: number
  readonly seconds: number
}

/** A process that can be killed and started again. */
export interface Killable {
  kill(): Promise<void>
  start(): Promise<void>
}

/** One chaos run. */
export interface ChaosOptions {
  readonly events: number
  /** The maximum number of events per second. */
  readonly rate: number
  readonly origins: readonly string[]
  readonly sandbox: Sandbox
  readonly relays: readonly Killable[]
  readonly natsServers: readonly Killable[]
  /** The wait before each kill of a relay, in milliseconds. */
  readonly killRelayEvery: number
  /** The wait before each kill of a NATS server, in milliseconds. */
  readonly killNatsEvery: number
}

const BATCH = 50

/** One event in this many is bad. Half of the bad events have an unreadable time, and TikTok refuses the others. */
const ONE_BAD_IN = 500

/** The order ID of the bad events. TikTok refuses it. */
const REFUSED = 'x'.repeat(20)

/** Whether the event with this number is bad. */
export const isBad = (number: number): boolean => number % ONE_BAD_IN === 0

/** Sends events with eight clients that retry, while relays and NATS servers are killed and TikTok misbehaves. */
export async function runChaos(options: ChaosOptions): Promise<ChaosCounts> {
  const start = performance.now()
  const kills = { relays: 0, nats: 0 }
  const over = new AbortController()
  options.sandbox.fail((body) => refusal(body) ?? (over.signal.aborted ? undefined : randomFault()), Infinity)
  const killers = [
    killInTurn(options.relays, options.killRelayEvery, over.signal, () => (kills.relays += 1)),
    killInTurn(options.natsServers, options.killNatsEvery, over.signal, () => (kills.nats += 1))
  ]
  let retries = 0
  let next = 0
  const client = async (): Promise<void> => {
    while (next < options.events) {
      const first = next
      next += BATCH
      await setTimeout(start + (first / options.rate) * 1000 - performance.now())
      const batch = Array.from({ length: Math.min(BATCH, options.events - first) }, (_, index) =>
        eventOf(first + index)
      )
      while (!(await isTaken(options.origins, batch))) {
        retries += 1
        await setTimeout(100 + Math.random() * 200)
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, client))
  over.abort()
  await Promise.all(killers)
  const bad = Math.ceil(options.events / ONE_BAD_IN)
  const seconds = Math.round((performance.now() - start) / 1000)
  return { good: options.events - bad, bad, retries, relayKills: kills.relays, natsKills: kills.nats, seconds }
}

function eventOf(number: number): object {
  const isBadByTime = isBad(number) && number % (2 * ONE_BAD_IN) === 0
  return purchase(String(number), {
    ...(isBadByTime && { timestamp: 'Tomato 5' }),
    properties: {
      currency: 'EUR',
      order_id: isBad(number) ? REFUSED : String(number),
      products: [{ product_id: 'p1', price: 20 }]
    }
  })
}

async function isTaken(origins: readonly string[], batch: readonly object[]): Promise<boolean> {
  const origin = origins[Math.floor(Math.random() * origins.length)] ?? ''
  try {
    return (await post(origin, '/v1/batch', { batch })).status === 200
  } catch {
    return false
  }
}

/** TikTok refuses a request with a bad event. */
function refusal(body: unknown): FixedFault | undefined {
  const { data } = body as { data: { properties?: { order_id?: string } }[] }
  const hasBadEvent = data.some(({ properties }) => properties?.order_id === REFUSED)
  return hasBadEvent ? { code: 40002, message: 'Invalid value for order_id.' } : undefined
}

/** While events are sent, TikTok fails one request in twenty. It still accepts the events of some of these. */
function randomFault(): FixedFault | undefined {
  const accept = Math.random() < 0.5
  const faults: FixedFault[] = [
    { code: 40100 },
    { status: 502, accept },
    { reset: true, accept },
    { code: 50000, accept }
  ]
  return Math.random() < 0.05 ? faults[Math.floor(Math.random() * faults.length)] : undefined
}

async function killInTurn(
  processes: readonly Killable[],
  every: number,
  over: AbortSignal,
  count: () => void
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const one = processes[turn % processes.length]
    const isOver = await setTimeout(every, false, { signal: over }).catch(() => true)
    if (isOver || one === undefined) return
    await one.kill()
    count()
    await one.start()
  }
}
