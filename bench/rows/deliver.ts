import type { SegmentEvent } from '@segment/actions-core'
import chunk from 'lodash/chunk'
import { drive, forgetResponses, hostAt } from '../hosts'
import { spread, time } from '../measure'
import { ours, official, presetOf, runtime, sandbox, settingsFor } from '../contenders'
import { microseconds, type Row } from '../row'
import type { Server } from '../start-server'
import { purchases } from '../workload'

const EVENTS = 10_000
const ROUNDS = 3
const UNDER_WAY = { official: [1, 10, 100], ours: [1, 4], connect: [1, 4] }

interface Way {
  readonly name: string
  readonly requests: number
  readonly run: (events: readonly SegmentEvent[]) => Promise<void>
}

/** Event → delivered, over loopback, to the same server: `connect` and `onBatch` of this package, the official `onEvent`. */
export async function deliver(server: Server): Promise<Row[]> {
  const ways = {
    connect: UNDER_WAY.connect.map((n) => connected(server, n)),
    ours: UNDER_WAY.ours.map((n) => batches(server, n)),
    official: UNDER_WAY.official.map((n) => singles(server, n))
  }
  const all = [...ways.connect, ...ways.ours, ...ways.official]
  for (const way of all) await measured(way, server, purchases(1000), way.requests / 10)

  const taken = new Map(all.map((way) => [way, [] as number[]]))
  const events = purchases(EVENTS)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of all) taken.get(way)?.push((await measured(way, server, events, way.requests)) / EVENTS)
  }

  const medianOf = (way: Way) => spread(taken.get(way) ?? []).median
  const best = (some: readonly Way[]) => some.toSorted((a, b) => medianOf(a) - medianOf(b))[0] as Way
  const row = (mine: Way, way: Way): Row => {
    const [our, their] = [taken.get(mine) ?? [], taken.get(way) ?? []]
    return {
      work: `event → delivered: ${EVENTS} purchases, 3 products (${mine.name}, ${mine.requests} requests)`,
      against: `${way.name}, ${way.requests} requests`,
      ours: microseconds(spread(our)),
      other: microseconds(spread(their)),
      ratio: spread(their.map((time, round) => time / (our[round] ?? NaN)))
    }
  }
  const [ourBest, connectBest] = [best(ways.ours), best(ways.connect)]
  return [
    ...ways.official.map((way) => row(ourBest, way)),
    ...ways.official.map((way) => row(connectBest, way)),
    row(connectBest, ourBest)
  ]
}

async function measured(way: Way, server: Server, events: readonly SegmentEvent[], requests: number): Promise<number> {
  await server.count()
  const nanoseconds = await time(() => way.run(events))
  const got = await server.count()
  if (got.events !== events.length || got.requests !== requests) {
    throw new Error(`${way.name}: the server got ${got.events} events in ${got.requests} requests.`)
  }
  return nanoseconds
}

function singles(server: Server, underWay: number): Way {
  const host = hostAt(official, server.origin)
  const settings = settingsFor(presetOf(official, 'Complete Payment'))
  return {
    name: `the official onEvent, ${underWay} under way`,
    requests: EVENTS,
    run: (events) => drive(host, events, settings, underWay)
  }
}

/** Our batches of 1,000, with a limited number of concurrent batches. */
export function batches(server: Server, underWay: number, size = 1000): Way {
  const host = hostAt(ours, server.origin)
  const settings = settingsFor(presetOf(ours, 'Complete Payment'))
  return {
    name: `our onBatch, ${underWay} under way`,
    requests: EVENTS / size,
    async run(events) {
      const left = chunk(events, size).values()
      const worker = async () => {
        for (const batch of left) {
          await host.onBatch(batch, settings)
          forgetResponses(host)
        }
      }
      await Promise.all(Array.from({ length: underWay }, worker))
    }
  }
}

/** One call of `send` with all events. It makes the batches itself. */
function connected(server: Server, concurrency: number): Way {
  const { accessToken, pixelCode } = settingsFor({})
  const connection = runtime.connect(
    sandbox.redirectTo(ours.definition, server.origin),
    { accessToken, pixelCode } as never,
    { concurrency, timeout: 60_000, subscriptions: [presetOf(ours, 'Complete Payment')] }
  )
  return {
    name: `our connect, ${concurrency} under way`,
    requests: EVENTS / 1000,
    async run(events) {
      const results = await connection.send(events)
      if (results.some(({ outcomes }) => outcomes[0]?.status !== 'delivered'))
        throw new Error('Not all were delivered.')
    }
  }
}
