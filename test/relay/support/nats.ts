import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { QueueConfig } from '../../../src/relay/config/read-config'
import { findVersionProblem } from '../../../src/relay/queued/server-version'

const versionOf = (program: string): string | undefined =>
  /\d\S*/.exec(String(spawnSync(program, ['--version']).stdout))?.[0]

/** The server to test with: the one that the environment names, or Debian's. */
const PROGRAM = [process.env['NATS_SERVER'] ?? 'nats-server', '/usr/sbin/nats-server'].find(
  (program) => versionOf(program) !== undefined
)

const NO_SERVER = "no nats-server found (Debian's package nats-server)"

/** A `describe` whose tests need NATS. Without a server it skips them and says so; in CI they fail. */
export function describeWithNats(name: string, body: () => void): void {
  describeUnless(PROGRAM === undefined ? NO_SERVER : undefined, name, body)
}

/** The same for tests with a cluster, which needs a newer server. */
export function describeWithCluster(name: string, body: () => void): void {
  describeUnless(PROGRAM === undefined ? NO_SERVER : findVersionProblem(versionOf(PROGRAM) ?? '', 3), name, body)
}

function describeUnless(problem: string | undefined, name: string, body: () => void): void {
  if (problem === undefined || process.env['CI'] !== undefined) {
    describe(name, body)
    return
  }
  process.stderr.write(`\nSKIPPED, ${problem}: ${name}\n`)
  describe.skip(name, body)
}

/** A NATS server on a port and in a folder of its own. */
export interface NatsServer {
  readonly url: string
  /** The folder in which it keeps its streams. */
  readonly streams: string
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Lets it write everything to the disk, and ends it. */
  stop(): Promise<void>
  /** Starts it with what it has stored before. */
  start(): Promise<void>
}

/** NATS servers, one or a cluster. */
export interface NatsServers {
  readonly servers: readonly NatsServer[]
  readonly urls: readonly string[]
  /** Ends all and deletes what they stored. */
  close(): Promise<void>
}

/** The configuration of a queue on these servers, with room for tests. */
export function queueConfig(servers: readonly string[], changes: Partial<QueueConfig> = {}): QueueConfig {
  const base = { servers, user: undefined, password: undefined, replicas: 1, maxBytes: 2 ** 26 } as const
  return { ...base, maxAgeDays: 7, workers: 2, ...changes }
}

/** Starts this number of NATS servers with JetStream. Two or more form a cluster. */
export async function startNats(count = 1): Promise<NatsServers> {
  const folder = await mkdtemp(join(tmpdir(), 'nats-'))
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const clusterPorts = await Promise.all(Array.from({ length: count }, freePort))
  const routes = clusterPorts.map((port) => `nats://127.0.0.1:${port}`).join(',')
  const servers = ports.map((port, index) => {
    const cluster = [
      '--cluster_name',
      'test',
      '--cluster',
      `nats://127.0.0.1:${clusterPorts[index]}`,
      '--routes',
      routes
    ]
    const store = join(folder, String(index))
    const args = ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', store]
    return natsServer(port, store, [...args, '--name', `server-${index}`, ...(count > 1 ? cluster : [])])
  })
  await Promise.all(servers.map((server) => server.start()))
  return {
    servers,
    urls: servers.map(({ url }) => url),
    async close() {
      await Promise.all(servers.map((server) => server.kill()))
      await rm(folder, { recursive: true })
    }
  }
}

function natsServer(port: number, store: string, args: readonly string[]): NatsServer {
  let running: ChildProcess | undefined
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const child = running
    running = undefined
    if (child?.exitCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url: `nats://127.0.0.1:${port}`,
    streams: join(store, 'jetstream', '$G', 'streams'),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      running = spawn(PROGRAM ?? 'nats-server', args, { stdio: 'ignore' })
      while (!(await accepts(port))) await setTimeout(50)
    }
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/**
 * Finds a port that nobody listens on, below the range from which Linux picks the local ports of connections. With a
 * port of that range, a client that retries a stopped server could get the same local port and connect to itself.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000)
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  server.close()
  return port
}
