import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { connectQueue } from '../../../src/relay/queued/connect-queue'
import { streamOf } from '../../../src/relay/queued/streams'
import { configOf } from '../../relay/support/config-of'
import { describeWithNats, freePort, type NatsServers, queueConfig, startNats } from '../../relay/support/nats'
import { post, purchase } from '../../relay/support/post'
import { runRelay, type RunningRelay, source, WEB } from '../../relay/support/use-relay'
import { run } from '../binary'
import { useFolder } from '../temp-folder'

const folder = useFolder()

const DEAD_PIXEL = { ...WEB, name: 'dead', settings: { ...WEB.settings, accessToken: 'dead' } }
const SOURCES = [source('shop', { destinations: [DEAD_PIXEL] }), source('app')]

/** A configuration file with the same destinations as {@link SOURCES}. */
function config(changes: object): string {
  const destination = { type: 'conversions', settings: WEB.settings }
  const sources = {
    shop: { writeKey: 'shop-key', destinations: { dead: destination } },
    app: { writeKey: 'app-key', destinations: { web: destination } }
  }
  return folder.write('relay.json', JSON.stringify(configOf('http://127.0.0.1:1', { sources, ...changes })))
}

const status = (file: string, ...args: string[]) => run(['relay', 'status', '--config', file, ...args])

/** Waits until each pattern matches a line of the relay's metrics. */
async function untilMetrics({ relay }: RunningRelay, ...patterns: readonly RegExp[]): Promise<void> {
  const headers = { Authorization: `Basic ${Buffer.from('admin:secret').toString('base64')}` }
  for (;;) {
    const text = await (await fetch(`${relay.origin}/metrics`, { headers })).text()
    if (patterns.every((pattern) => pattern.test(text))) return
    await setTimeout(50)
  }
}

const portOf = ({ relay }: RunningRelay): number => Number(new URL(relay.origin).port)

describeWithNats('relay status in the queued mode', () => {
  let nats: NatsServers
  let relay: RunningRelay
  let file: string
  beforeAll(async () => {
    nats = await startNats()
    relay = await runRelay({ queue: queueConfig(nats.urls), sources: SOURCES, adminPassword: 'secret' })
    while (!(await fetch(`${relay.relay.origin}/readyz`)).ok) await setTimeout(50)
    await post(relay.relay.origin, '/v1/track', purchase('order-1'))
    await post(relay.relay.origin, '/v1/track', purchase('order-2', { timestamp: 'Tomato 5' }), { writeKey: 'app-key' })
    await untilMetrics(relay, /paused.*"dead".*denied.* 1$/m, /dead_letters.*"web".* 1$/m, /depth.*"web".* 0$/m)
    file = config({ queue: { servers: nats.urls }, port: portOf(relay), adminPassword: 'secret' })
  })
  afterAll(async () => {
    await relay.close()
    await nats.close()
  })

  it('shows waiting events, pauses, dead letters and storage', async () => {
    const { code, stdout, stderr } = await status(file)
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    expect(stdout.replace(/\d+ s /, '1 s ').replace(/\d+ B /g, '100 B ')).toBe(
      [
        'Mode          queued',
        `Relay         ${relay.relay.origin} accepts events`,
        'Dead letters  1, 100 B of 67.1 MB (0 %)',
        '',
        'DESTINATION  WAITING  OLDEST  PAUSED  DEAD  STORED',
        'shop/dead          1     1 s  denied     0  100 B (0 %)',
        'app/web            0          no         1  100 B (0 %)',
        ''
      ].join('\n')
    )
  })

  it('prints the same as JSON, with null for values that only another relay knows', async () => {
    const port = await freePort()
    const { code, stdout } = await status(file, '--json', '--port', String(port))
    const storage = { bytes: expect.any(Number) as number, maxBytes: 2 ** 26 }
    const common = { paused: null, storage }
    expect([code, JSON.parse(stdout)]).toStrictEqual([
      0,
      {
        mode: 'queued',
        relay: { origin: `http://127.0.0.1:${port}`, isReachable: false, problem: null },
        queueProblem: null,
        destinations: [
          {
            ...common,
            source: 'shop',
            destination: 'dead',
            depth: 1,
            oldest: expect.any(Number) as number,
            deadLetters: 0
          },
          { ...common, source: 'app', destination: 'web', depth: 0, oldest: 0, deadLetters: 1 }
        ],
        deadLetters: { count: 1, ...storage }
      }
    ])
  })

  it('shows unknown for the pause of a destination that the running relay does not have', async () => {
    const other = await runRelay({ sources: [source('app')], adminPassword: 'secret' })
    const { stdout } = await status(file, '--json', '--port', String(portOf(other)))
    const { destinations } = JSON.parse(stdout) as { destinations: { destination: string; paused: unknown }[] }
    expect(destinations.map(({ destination, paused }) => [destination, paused])).toStrictEqual([
      ['dead', null],
      ['web', false]
    ])
    await other.close()
  })

  it('exits with 4 if a stream is full', async () => {
    const queue = await connectQueue(queueConfig(nats.urls), true)
    const stream = streamOf({ source: 'app', name: 'web' })
    const { config: known } = await queue.manager.streams.info(stream)
    await queue.manager.streams.update(stream, { ...known, max_bytes: 1000 })
    const { code, stdout } = await status(file)
    expect(code).toBe(4)
    expect(stdout).toContain('\nRelay         ')
    expect(stdout).toContain(' accepts no events: The stream segment-tiktok_app_web is full.\n')
    expect(stdout).toContain('\nQueue         accepts no events: The stream segment-tiktok_app_web is full.\n')
    await queue.connection.close()
  })

  it('exits with 4 if NATS cannot be reached', async () => {
    expect(await status(config({ queue: 'nats://127.0.0.1:1', port: 1 }))).toStrictEqual({
      code: 4,
      stdout: '',
      stderr: 'error: NATS cannot be reached at nats://127.0.0.1:1: connection refused.\n'
    })
  })
})

describe('relay status in the direct mode', () => {
  it('shows pauses and the files of dead letters', async () => {
    const relay = await runRelay({ sources: SOURCES, adminPassword: 'secret' })
    await post(relay.relay.origin, '/v1/track', purchase('order-1'))
    mkdirSync(join(folder.path, 'letters'))
    folder.write('letters/2026-11-19.ndjson', '{}\n'.repeat(1200))
    folder.write('letters/2026-11-20.ndjson', '{}\n')
    const file = config({ port: portOf(relay), adminPassword: 'secret', deadLetterFolder: 'letters' })
    expect(await status(file)).toStrictEqual({
      code: 0,
      stdout: [
        'Mode          direct',
        `Relay         ${relay.relay.origin} accepts events`,
        `Dead letters  1,201, 3.6 kB, in ${folder.path}/letters`,
        '              2026-11-19.ndjson  1,200  3.6 kB',
        '              2026-11-20.ndjson      1     3 B',
        '',
        'DESTINATION  WAITING  PAUSED',
        'shop/dead          0  denied',
        'app/web            0  no',
        ''
      ].join('\n'),
      stderr: ''
    })
    await relay.close()
  })

  it('exits with 4 if the relay does not answer', async () => {
    const port = await freePort()
    expect(await status(config({ port, deadLetterFolder: 'none' }))).toStrictEqual({
      code: 4,
      stdout: [
        'Mode          direct',
        `Relay         http://127.0.0.1:${port} does not answer`,
        `Dead letters  0, 0 B, in ${folder.path}/none`,
        '',
        'DESTINATION  WAITING  PAUSED',
        'shop/dead          –  –',
        'app/web            –  –',
        '',
        '– means unknown: only the running relay knows these values, and its metrics cannot be read or do not',
        'include the destination.',
        ''
      ].join('\n'),
      stderr: ''
    })
  })
})
