import type { SegmentEvent } from '@segment/actions-core'
import chunk from 'lodash/chunk'
import { sendSingly, forgetResponses, hostAt } from '../hosts'
import { spread, time } from '../measure'
import { ours, official, presetOf, runtime, sandbox, settingsFor } from '../implementations'
import { formatMicroseconds, type Row } from '../row'
import type { Server } from '../start-server'
import { purchases } from '../workload'

const EVENTS = 10_000
const BATCH = 1000
const ROUNDS = 3
const CONCURRENCY = { official: [1, 10, 100], ours: [1, 4], connect: [1, 4] }

interface Variant {
  readonly name: string
  readonly requests: number
  readonly run: (events: readonly SegmentEvent[]) => Promise<void>
}

/** Compares the delivery of events over loopback: our `connect`, our `onBatch` and the official `onEvent`. */
export async function deliver(server: Server): Promise<Row[]> {
  const variants = {
    connect: CONCURRENCY.connect.map((n) => ourConnect(server, n)),
    ours: CONCURRENCY.ours.map((n) => ourOnBatch(server, n)),
    official: CONCURRENCY.official.map((n) => officialOnEvent(server, n))
  }
  const all = [...variants.connect, ...variants.ours, ...variants.official]
  for (const variant of all) await measureDelivery(variant, server, purchases(1000), variant.requests / 10)

  const durations = new Map(all.map((variant) => [variant, [] as number[]]))
  const events = purchases(EVENTS)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const variant of all)
      durations.get(variant)?.push((await measureDelivery(variant, server, events, variant.requests)) / EVENTS)
  }

  const medianOf = (variant: Variant) => spread(durations.get(variant) ?? []).median
  const best = (some: readonly Variant[]) => some.toSorted((a, b) => medianOf(a) - medianOf(b))[0] as Variant
  const row = (mine: Variant, variant: Variant): Row => {
    const [our, their] = [durations.get(mine) ?? [], durations.get(variant) ?? []]
    return {
      work: `event → delivered: ${EVENTS} purchases, 3 products (${mine.name}, ${mine.requests} requests)`,
      against: `${variant.name}, ${variant.requests} requests`,
      ours: formatMicroseconds(spread(our)),
      other: formatMicroseconds(spread(their)),
      ratio: spread(their.map((time, round) => time / (our[round] ?? NaN)))
    }
  }
  const [ourBest, connectBest] = [best(variants.ours), best(variants.connect)]
  return [
    ...variants.official.map((variant) => row(ourBest, variant)),
    ...variants.official.map((variant) => row(connectBest, variant)),
    row(connectBest, ourBest)
  ]
}

async function measureDelivery(
  variant: Variant,
  server: Server,
  events: readonly SegmentEvent[],
  requests: number
): Promise<number> {
  // Resets the counts.
  await server.count()
  const nanoseconds = await time(() => variant.run(events))
  const got = await server.count()
  if (got.events !== events.length || got.requests !== requests) {
    throw new Error(`${variant.name}: the server received ${got.events} events in ${got.requests} requests.`)
  }
  return nanoseconds
}

function officialOnEvent(server: Server, concurrency: number): Variant {
  const host = hostAt(official, server.origin)
  const settings = settingsFor(presetOf(official, 'Complete Payment'))
  return {
    name: `the official onEvent, ${concurrency} at once`,
    requests: EVENTS,
    run: (events) => sendSingly(host, events, settings, concurrency)
  }
}

/** Calls our `onBatch` with 1,000 events, with a limited number of concurrent calls. */
function ourOnBatch(server: Server, concurrency: number): Variant {
  const host = hostAt(ours, server.origin)
  const settings = settingsFor(presetOf(ours, 'Complete Payment'))
  return {
    name: `our onBatch, ${concurrency} at once`,
    requests: EVENTS / BATCH,
    async run(events) {
      const remaining = chunk(events, BATCH).values()
      const worker = async () => {
        for (const batch of remaining) {
          await host.onBatch(batch, settings)
          forgetResponses(host)
        }
      }
      await Promise.all(Array.from({ length: concurrency }, worker))
    }
  }
}

/** Calls our `send` once with all events. It divides them into batches. */
function ourConnect(server: Server, concurrency: number): Variant {
  const { accessToken, pixelCode } = settingsFor({})
  const connection = runtime.connect(
    sandbox.redirectTo(ours.definition, server.origin),
    { accessToken, pixelCode } as never,
    { concurrency, timeout: 60_000, subscriptions: [presetOf(ours, 'Complete Payment')] }
  )
  return {
    name: `our connect, ${concurrency} at once`,
    requests: EVENTS / BATCH,
    async run(events) {
      const results = await connection.send(events)
      if (results.some(({ outcomes }) => outcomes[0]?.status !== 'delivered'))
        throw new Error('Some events were not delivered.')
    }
  }
}
