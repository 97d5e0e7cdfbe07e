import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { readConfig } from '../../src/relay/config/read-config'
import { configSchema } from '../../src/relay/config/schema'
import { ENDPOINTS } from '../../src/relay/intake/endpoints'
import { LIVE_PATHS } from '../../src/relay/operations/live-page'
import { createMetrics } from '../../src/relay/operations/metrics'
import { startRelay } from '../../src/relay/relay'
import { useSandbox } from '../support/use-sandbox'

const ROOT = join(__dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const page = read('docs/relay.md')
const operations = read('docs/relay-operations.md')

/** The rows of the table under a heading, as the texts of their cells. */
function table(heading: string): string[][] {
  const [section = ''] = page.split(`\n## ${heading}\n`)[1]?.split(/\n## /) ?? []
  const [, , ...rows] = [...section.matchAll(/^\|(.*)\|$/gm)]
  return rows.map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
}

/** The texts between backticks. */
const codes = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

/** The parts of a valibot schema that contain its keys. */
interface Schema {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly value?: Schema
  readonly wrapped?: Schema
  readonly getter?: (input: unknown) => Schema
}

/** The keys that a schema accepts; `*` is a name that the user chooses. */
function keysOf({ type, entries, value, wrapped, getter }: Schema): string[] {
  if (wrapped !== undefined) return keysOf(wrapped)
  if (getter !== undefined) return keysOf(getter({}))
  if (entries !== undefined) {
    return Object.entries(entries).flatMap(([key, one]) => [key, ...keysOf(one).map((below) => `${key}.${below}`)])
  }
  if (type === 'record' && value !== undefined) return keysOf(value).map((key) => `*.${key}`)
  return []
}

describe('docs/relay.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-docs-'))
  const file = join(folder, 'relay.json')
  const running = useSandbox()
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('begins with a configuration and a command that deliver an event', async () => {
    const [, json = ''] = /```json\n(.*?)```/s.exec(page) ?? []
    writeFileSync(file, json.replace('http://127.0.0.1:8787', running.sandbox.origin))
    const relay = await startRelay({ ...readConfig(file, {}), port: 0 }, pino({ level: 'silent' }))
    const [, user = '', path = '', body = ''] =
      /curl -u (\S+) http:\/\/127\.0\.0\.1:8080(\S+) -d '(.*)'/.exec(page) ?? []
    const headers = { Authorization: `Basic ${Buffer.from(user).toString('base64')}` }
    const answer = await fetch(relay.origin + path, { method: 'POST', body, headers })
    await relay.stop()
    expect(await answer.json()).toStrictEqual({ success: true })
    expect(running.sandbox.accepted).toMatchObject([
      { event_source_id: 'SANDBOX_PIXEL', data: { event: 'CompletePayment', properties: { value: 20 } } }
    ])
  })

  it('lists every key of the configuration', () => {
    expect(table('Configuration').map(([key = '']) => codes(key)[0])).toStrictEqual(keysOf(configSchema as Schema))
  })

  it('gives the defaults of the configuration', () => {
    writeFileSync(
      file,
      JSON.stringify({
        queue: 'nats://a',
        sources: { shop: { writeKey: 'k', destinations: { web: { type: 'offline', settings: {} } } } }
      })
    )
    const { queue, ...config } = readConfig(file, {})
    const defaults: Record<string, unknown> = {
      ...config,
      ...Object.fromEntries(Object.entries(queue ?? {}).map(([key, value]) => [`queue.${key}`, value])),
      deadLetterFolder: 'dead-letters'
    }
    const literals = table('Configuration').filter(([, value = '']) => /^[\d"[]/.test(value))
    expect(literals).toHaveLength(9)
    for (const [key = '', value = ''] of literals) {
      expect([key, JSON.parse(value)]).toStrictEqual([key, defaults[codes(key)[0] ?? '']])
    }
  })

  it('lists every endpoint', () => {
    const listed = table('Endpoints').flatMap(([cell = '']) => codes(cell))
    const files = readdirSync(join(ROOT, 'src/relay'), { recursive: true, encoding: 'utf8' })
    const sources = files.filter((name) => name.endsWith('.ts')).map((name) => read(join('src/relay', name)))
    const routes = sources.flatMap((text) => [...text.matchAll(/\bapp\.(get|post|put|delete)\('([^']+)'/g)])
    expect(listed.sort()).toStrictEqual(
      [
        ...Object.keys(ENDPOINTS).map((path) => `POST ${path}`),
        ...LIVE_PATHS.map((path) => `GET ${path}`),
        ...routes.map(([, method = '', path = '']) => `${method.toUpperCase()} ${path}`)
      ].sort()
    )
  })

  it('lists every metric with its meaning', async () => {
    const text = await createMetrics().text([], [])
    const metrics = [...text.matchAll(/^# HELP segment_tiktok_(\S+) (.*)$/gm)].map(([, name, help]) => [name, help])
    expect(table('Metrics').map(([name = '', , meaning]) => [codes(name)[0], meaning])).toStrictEqual(metrics)
  })
})

describe('docs/relay-operations.md', () => {
  it('names only metrics and keys that exist', () => {
    const metrics = table('Metrics').map(([name = '']) => codes(name)[0] ?? '')
    const named = [...operations.matchAll(/segment_tiktok_([a-z_]+?)(?:_count)?(?![a-z_])/g)].map(
      ([, name = '']) => name
    )
    expect([...new Set(named)].filter((name) => !metrics.includes(name))).toStrictEqual([])
    const keys = table('Configuration').map(([key = '']) => codes(key)[0] ?? '')
    const namedKeys = codes(operations).filter((code) => /^queue\b/.test(code))
    expect(namedKeys.filter((key) => !keys.includes(key))).toStrictEqual([])
  })
})
