import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { spread, time } from '../measure'
import { formatMicroseconds, type Row } from '../row'
import type { Server } from '../start-server'
import { purchases } from '../workload'

const EVENTS = 100_000
const ROUNDS = 3
/** The latencies of the server, in milliseconds: loopback alone, and a fast answer over the internet. */
const LATENCIES = [0, 100]

const runFile = promisify(execFile)
const BINARY = join(
  dirname(createRequire(__filename).resolve('segment-tiktok-destinations/package.json')),
  'dist/cli.js'
)
const ON_BATCH = join(__dirname, '../send-with-on-batch.mjs')

/** Compares the command `send` with a script that uses our `onBatch`, for each latency. Each run is a new process. */
export async function send(server: Server): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'segment-tiktok-bench-'))
  const file = join(folder, 'purchases.ndjson')
  const ours = ['send', file, '--yes', '--api', server.origin, '--state', join(folder, 'state.json')]
  try {
    for (let from = 0; from < EVENTS; from += 1000) {
      appendFileSync(
        file,
        `${purchases(1000, {}, from)
          .map((event) => JSON.stringify(event))
          .join('\n')}\n`
      )
    }
    const rows: Row[] = []
    for (const latency of LATENCIES) {
      server.setLatency(latency)
      rows.push(await compareSend(server, latency, [BINARY, ...ours], [ON_BATCH, server.origin, file]))
    }
    return rows
  } finally {
    server.setLatency(0)
    rmSync(folder, { recursive: true })
  }
}

async function compareSend(
  server: Server,
  latency: number,
  ours: readonly string[],
  other: readonly string[]
): Promise<Row> {
  const rounds: { readonly ours: number; readonly other: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ ours: await measureProcess(server, ours), other: await measureProcess(server, other) })
  }
  return {
    work: `file → delivered: segment-tiktok send, ${EVENTS} purchases, 3 products, answers after ${latency} ms`,
    against: 'a script with our onBatch, 1 at once',
    ours: formatMicroseconds(spread(rounds.map((one) => one.ours / EVENTS))),
    other: formatMicroseconds(spread(rounds.map((one) => one.other / EVENTS))),
    ratio: spread(rounds.map((one) => one.other / one.ours))
  }
}

/** Measures in nanoseconds how long a process runs. */
async function measureProcess(server: Server, args: readonly string[]): Promise<number> {
  // Resets the counts.
  await server.count()
  const env = { ...process.env, TIKTOK_ACCESS_TOKEN: 'sandbox-token', TIKTOK_PIXEL_CODE: 'SANDBOX_PIXEL' }
  const nanoseconds = await time(() => runFile(process.execPath, args, { env }))
  const { events } = await server.count()
  if (events !== EVENTS) throw new Error(`The server received ${events} events from ${args.join(' ')}.`)
  return nanoseconds
}
