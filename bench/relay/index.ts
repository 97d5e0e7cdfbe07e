import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { connectQueue } from '../../src/relay/queued/connect-queue'
import { ensureStreams, subjectOf } from '../../src/relay/queued/streams'
import { freePort, queueConfig, startNats } from '../../test/relay/support/nats'
import { purchase } from '../workload'
import { CONNECTIONS, EVENTS_PER_REQUEST, readMetric, sendOrders } from './client'
import { type RunningRelay, startRelay, startSandbox } from './processes'

/** The number of events of the largest runs. It can be set to any multiple of 10: `npm run bench:relay -- 200000`. */
const MAX_EVENTS = Number(process.argv[2] ?? 1_000_000)

const KEY = { source: 'shop', name: 'web' }
const GIBIBYTE = 2 ** 30

const rateSince = (start: number, count: number): string => {
  const rate = Math.round(count / ((performance.now() - start) / 1000))
  return `${rate.toLocaleString('en-US')} events a second`
}

const print = (text: string): void => {
  console.log(`${text} [load ${loadavg()[0]?.toFixed(1)}]`)
}

/** Reads the CPU time of a relay since its start, in seconds. */
const cpuOf = (relay: RunningRelay): Promise<number> => readMetric(relay, 'process_cpu_seconds_total')

const cpuPer = (count: number, before: number, after: number): string =>
  `${(((after - before) / count) * 1e6).toFixed(0)} µs of the relay's CPU time for each`

async function untilEmpty(relay: RunningRelay): Promise<void> {
  while ((await readMetric(relay, 'segment_tiktok_depth')) > 0) await setTimeout(200)
}

/** Measures the direct mode from HTTP to the sandbox. The relay answers a request when its events are delivered. */
async function direct(sandbox: number, count: number): Promise<void> {
  const relay = await startRelay(sandbox, {})
  await sendOrders(relay.origin, 0, count / 10)
  const [start, cpu] = [performance.now(), await cpuOf(relay)]
  await sendOrders(relay.origin, count, count)
  const rate = rateSince(start, count)
  print(`direct, ${count} events: ${rate}, ${cpuPer(count, cpu, await cpuOf(relay))}`)
  await relay.stop()
}

/** Measures the queued mode from HTTP through NATS to the sandbox. */
async function queued(sandbox: number, count: number): Promise<void> {
  const nats = await startNats()
  const relay = await startRelay(sandbox, { queue: { servers: nats.urls } })
  await sendOrders(relay.origin, 0, count / 10)
  await untilEmpty(relay)
  const [start, cpu] = [performance.now(), await cpuOf(relay)]
  await sendOrders(relay.origin, count, count)
  const stored = rateSince(start, count)
  await untilEmpty(relay)
  const delivered = rateSince(start, count)
  print(`queued, ${count} events: ${stored} stored, ${delivered} delivered, ${cpuPer(count, cpu, await cpuOf(relay))}`)
  await relay.stop()
  await nats.close()
}

/** Measures the delivery of events that are already in the queue. */
async function backlog(sandbox: number, workers: number, count: number): Promise<void> {
  const nats = await startNats()
  const config = queueConfig(nats.urls, { maxBytes: 4 * GIBIBYTE })
  const queue = await connectQueue(config, true)
  await ensureStreams(queue, config, [KEY])
  for (let first = 0; first < count; first += 1000) {
    await Promise.all(
      Array.from({ length: Math.min(1000, count - first) }, (_, index) =>
        queue.client.publish(subjectOf(KEY), JSON.stringify(purchase(first + index)))
      )
    )
  }
  await queue.connection.close()
  const start = performance.now()
  const relay = await startRelay(sandbox, { queue: { servers: nats.urls, workers, maxBytes: 4 * GIBIBYTE } })
  // Until the relay has connected to NATS, the metric of the depth is missing and would be read as 0.
  while ((await readMetric(relay, 'segment_tiktok_batch_events_count')) === 0) await setTimeout(50)
  await untilEmpty(relay)
  const rate = rateSince(start, count)
  print(`queued, ${workers} workers, a backlog of ${count}: ${rate} delivered, ${cpuPer(count, 0, await cpuOf(relay))}`)
  await relay.stop()
  await nats.close()
}

/** Measures the memory of a relay. TikTok is down while part of the events arrive. */
async function memory(port: number, count: number): Promise<void> {
  const nats = await startNats()
  let sandbox = await startSandbox(port)
  const relay = await startRelay(port, { queue: { servers: nats.urls, maxBytes: 4 * GIBIBYTE } })
  const sizes: number[] = []
  const measure = async (): Promise<void> => {
    sizes.push(Math.round((await readMetric(relay, 'process_resident_memory_bytes')) / 1e6))
  }
  for (let tenth = 0; tenth < 10; tenth += 1) {
    if (tenth === 3) await sandbox.stop()
    if (tenth === 6) sandbox = await startSandbox(port)
    await sendOrders(relay.origin, (tenth * count) / 10, count / 10)
    await measure()
  }
  await untilEmpty(relay)
  await measure()
  print(
    `memory in MB after each tenth of ${count} events and at the end, TikTok down in tenths 4 to 6: ${sizes.join(' ')}`
  )
  await relay.stop()
  await sandbox.stop()
  await nats.close()
}

async function main(): Promise<void> {
  print(
    `Client, relay, NATS and sandbox on one machine; ${CONNECTIONS} connections, ${EVENTS_PER_REQUEST} events a request`
  )
  const port = await freePort()
  const sandbox = await startSandbox(port)
  await direct(port, 60_000)
  await queued(port, 100_000)
  for (const workers of [1, 2, 4]) await backlog(port, workers, 100_000)
  for (const count of [10_000, MAX_EVENTS]) await backlog(port, 2, count)
  await sandbox.stop()
  await memory(port, MAX_EVENTS)
}

void main()
