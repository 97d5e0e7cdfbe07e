import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../../src/relay/config/read-config'

const folder = mkdtempSync(join(tmpdir(), 'relay-config-'))
const file = join(folder, 'relay.json')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const web = { type: 'conversions', settings: { accessToken: 'token', pixelCode: 'C1' } }
const shop = { writeKey: 'key', destinations: { web } }

function read(config: unknown, env: NodeJS.ProcessEnv = {}) {
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config))
  return readConfig(file, env)
}

function messageOf(config: unknown): string {
  try {
    read(config)
    return 'no error'
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, '')
  }
}

it('has a default for everything except the sources', () => {
  expect(read({ sources: { shop } })).toStrictEqual({
    sources: [
      {
        name: 'shop',
        writeKey: 'key',
        webhookSecret: undefined,
        destinations: [{ name: 'web', ...web, subscriptions: undefined }]
      }
    ],
    queue: undefined,
    host: '127.0.0.1',
    port: 8080,
    allowedOrigins: [],
    trustedProxies: [],
    adminPassword: undefined,
    deadLetterFolder: join(folder, 'dead-letters'),
    api: undefined
  })
})

it('reads the queue from an address', () => {
  expect(read({ queue: 'nats://127.0.0.1:4222', sources: { shop } }).queue).toStrictEqual({
    servers: ['nats://127.0.0.1:4222'],
    user: undefined,
    password: undefined,
    replicas: 1,
    maxBytes: 2 ** 30,
    maxAgeDays: 7,
    workers: 2
  })
})

it('reads the queue from an object', () => {
  const queue = {
    servers: ['nats://a:4222', 'nats://b:4222'],
    user: 'relay',
    password: { env: 'NATS_PASSWORD' },
    replicas: 3,
    maxBytes: 1000,
    maxAgeDays: 2,
    workers: 4
  }
  const expected = { ...queue, password: 'secret' }
  expect(read({ queue, sources: { shop } }, { NATS_PASSWORD: 'secret' }).queue).toStrictEqual(expected)
})

it('reads values from the environment and from files, and a mapping from a file next to the configuration', () => {
  writeFileSync(join(folder, 'token'), 'secret\n')
  const subscriptions = [{ name: 'A', subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping: {} }]
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(subscriptions))
  const settings = { accessToken: { file: 'token' }, pixelCode: { env: 'PIXEL' } }
  const config = read(
    { sources: { shop: { ...shop, destinations: { web: { ...web, settings, mapping: 'mapping.json' } } } } },
    { PIXEL: 'C2' }
  )
  expect(config.sources[0]?.destinations).toStrictEqual([
    { name: 'web', type: 'conversions', settings: { accessToken: 'secret', pixelCode: 'C2' }, subscriptions }
  ])
})

it.each([
  ['text that is not JSON', '{', 'relay.json is not valid JSON: see line 1, column 2.'],
  ['a value that is not an object', 'null', 'relay.json: the configuration must be an object.'],
  ['no sources', {}, 'relay.json: sources is missing.'],
  ['an empty object of sources', { sources: {} }, 'relay.json: sources must not be empty.'],
  [
    'an unknown key, with the nearest one',
    { source: { shop } },
    'relay.json: source is unknown. Did you mean sources?'
  ],
  [
    'a deeply nested unknown key',
    { sources: { shop: { ...shop, writekey: 'x' } } },
    'relay.json: sources.shop.writekey is unknown. Did you mean writeKey?'
  ],
  [
    'an unknown key of the queue',
    { queue: { server: 'x' }, sources: { shop } },
    'relay.json: queue.server is unknown. Did you mean servers?'
  ],
  [
    'an invalid name',
    { sources: { 'My Shop': shop } },
    'relay.json: sources.My Shop is not a valid name: use up to 32 lower-case letters, digits and hyphens, without a hyphen at the start.'
  ],
  [
    'an unknown type',
    { sources: { shop: { ...shop, destinations: { web: { ...web, type: 'pixel' } } } } },
    'relay.json: sources.shop.destinations.web.type must be "conversions" or "offline".'
  ],
  [
    'a setting of the wrong type',
    { sources: { shop: { ...shop, destinations: { web: { ...web, settings: { accessToken: 5 } } } } } },
    'relay.json: sources.shop.destinations.web.settings.accessToken must be a string, { "env": "NAME" } or { "file": "PATH" }.'
  ],
  [
    'a source without a key',
    { sources: { shop: { destinations: { web } } } },
    "relay.json: sources.shop needs a writeKey, or a webhookSecret for Segment's webhooks."
  ],
  [
    'two sources with the same key',
    { sources: { shop, store: shop } },
    'relay.json: sources.store.writeKey is the same as sources.shop.writeKey. Each key and secret must be unique.'
  ],
  [
    'a source whose key is also its secret',
    { sources: { shop: { ...shop, webhookSecret: 'key' } } },
    'relay.json: sources.shop.webhookSecret is the same as sources.shop.writeKey. Each key and secret must be unique.'
  ],
  [
    'a variable that is not set',
    { sources: { shop: { ...shop, writeKey: { env: 'NOT_SET' } } } },
    'relay.json: sources.shop.writeKey: the environment variable NOT_SET is not set or is blank.'
  ],
  [
    'a missing file',
    { sources: { shop: { ...shop, writeKey: { file: 'nowhere' } } } },
    'relay.json: sources.shop.writeKey: nowhere: there is no such file.'
  ],
  [
    'a missing mapping file',
    { sources: { shop: { ...shop, destinations: { web: { ...web, mapping: 'nowhere.json' } } } } },
    'nowhere.json: there is no such file.'
  ],
  ['an invalid port', { port: 70_000, sources: { shop } }, 'relay.json: port must be between 0 and 65535.'],
  [
    'an origin with a path',
    { allowedOrigins: ['https://shop.example/'], sources: { shop } },
    'relay.json: allowedOrigins.0 must be an origin such as "https://shop.example", without a path.'
  ],
  [
    'two replicas',
    { queue: { servers: 'x', replicas: 2 }, sources: { shop } },
    'relay.json: queue.replicas must be 1 or 3.'
  ]
])('refuses %s', (_, config, message) => {
  expect(messageOf(config)).toBe(message)
})

it('refuses a missing configuration file', () => {
  expect(() => readConfig('nowhere.json', {})).toThrow('nowhere.json: there is no such file.')
})
