import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { RelayConfig, SourceConfig } from '../../../src/relay/config/read-config'
import { type Relay, startRelay } from '../../../src/relay/relay'
import { type Sandbox, startSandbox } from '../../../src/sandbox'

/** A relay in this process that sends to a sandbox and has a folder of its own. */
export interface RunningRelay {
  readonly relay: Relay
  readonly sandbox: Sandbox
  readonly folder: string
  /** What the relay logged so far, as text. */
  log(): string
  close(): Promise<void>
}

/** A pixel in the sandbox. */
export const WEB = {
  name: 'web',
  type: 'conversions',
  settings: { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' },
  subscriptions: undefined
} as const

/** A source with one pixel; its write key is its name and `-key`. */
export function source(name: string, changes: Partial<SourceConfig> = {}): SourceConfig {
  return { name, writeKey: `${name}-key`, webhookSecret: undefined, destinations: [WEB], ...changes }
}

/** Starts a relay in the direct mode, with one source `shop`, on any free port. */
export async function runRelay(changes: Partial<RelayConfig> = {}): Promise<RunningRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'))
  const sandbox = await startSandbox()
  const lines: string[] = []
  const logger = pino({ base: null }, { write: (line) => lines.push(line) })
  const config: RelayConfig = {
    sources: [source('shop')],
    queue: undefined,
    host: '127.0.0.1',
    port: 0,
    allowedOrigins: [],
    trustedProxies: [],
    adminPassword: undefined,
    deadLetterFolder: join(folder, 'dead-letters'),
    api: sandbox.origin,
    ...changes
  }
  const relay = await startRelay(config, logger)
  return {
    relay,
    sandbox,
    folder,
    log: () => lines.join(''),
    async close() {
      await relay.stop()
      await sandbox.close()
      await rm(folder, { recursive: true })
    }
  }
}

/** A relay for the tests of one file. The sandbox is reset before each test. */
export function useRelay(changes?: Partial<RelayConfig>): RunningRelay {
  let running: RunningRelay | undefined
  const get = (): RunningRelay => {
    if (running === undefined) throw new TypeError('the relay runs during tests only')
    return running
  }
  beforeAll(async () => {
    running = await runRelay(changes)
  })
  beforeEach(() => {
    get().sandbox.reset()
  })
  afterAll(() => get().close())
  return {
    get relay() {
      return get().relay
    },
    get sandbox() {
      return get().sandbox
    },
    get folder() {
      return get().folder
    },
    log: () => get().log(),
    close: () => get().close()
  }
}
