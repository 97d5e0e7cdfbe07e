import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { parse } from 'yaml'
import { bin, engines, name, peerDependencies, scripts, version } from '../package.json'
import { registerRelay } from '../src/relay'
import { readConfig } from '../src/relay/config/read-config'
import { describeWithNats, freePort } from './relay/support/nats'
import { runRelay } from './relay/support/use-relay'

const ROOT = join(__dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const NATS = ['nats-1', 'nats-2', 'nats-3']
const RELAYS = ['relay-1', 'relay-2']

interface Service {
  readonly image: string
  readonly build?: string
  readonly environment: readonly string[] | Readonly<Record<string, string>>
  readonly configs: readonly { readonly source: string; readonly target: string }[]
  readonly command?: readonly string[]
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly depends_on?: object
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly configs: Readonly<Record<string, { readonly file: string }>>
  readonly volumes: object
}

/** The instructions of the Dockerfile, each in one line. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .trim()
  .split(/\n+/)

/** Returns the arguments of all instructions with this name. */
const all = (instruction: string): string[] =>
  instructions.flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []))

const listOf = (instruction: string): string[] => JSON.parse(all(instruction)[0] ?? '[]') as string[]

/** Runs Node.js and returns its exit code. */
async function exitCode(args: readonly string[]): Promise<unknown> {
  const [code] = (await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'exit')) as unknown[]
  return code
}

describe('compose.yaml', () => {
  const { services, configs, volumes } = parse(read('compose.yaml'), { merge: true }) as Compose
  const service = (wanted: string): Service => {
    const found = services[wanted]
    if (found === undefined) throw new TypeError(`no service ${wanted}`)
    return found
  }
  const fileOf = ({ configs: [mounted] }: Service): string => configs[mounted?.source ?? '']?.file ?? ''

  it('has three NATS servers and two relays', () => {
    expect(Object.keys(services)).toStrictEqual([...NATS, ...RELAYS])
  })

  it.each(NATS)('%s has its own name and volume, the configuration and a healthcheck', (wanted) => {
    const { environment, volumes: mounted, command, healthcheck, configs: files } = service(wanted)
    expect(environment).toStrictEqual({ SERVER_NAME: wanted })
    expect(mounted).toStrictEqual([`${wanted}:/data`])
    expect(Object.keys(volumes)).toContain(wanted)
    expect(command).toStrictEqual(['--config', files[0]?.target])
    expect(healthcheck?.test).toContain('http://127.0.0.1:8222/healthz')
  })

  it('the NATS servers are one cluster, with routes to all servers', () => {
    const text = read(fileOf(service('nats-1')))
    const [, routes = ''] = /routes: \[(.*)\]/.exec(text) ?? []
    expect(routes.split(', ')).toStrictEqual(NATS.map((host) => `nats://${host}:6222`))
    expect(text).toMatch(/listen: 0\.0\.0\.0:6222/)
    expect(text).toMatch(/store_dir: \/data/)
    expect(text).toMatch(/http_port: 8222/)
  })

  it.each(RELAYS)('%s is built here, waits for NATS and has its own port', (wanted) => {
    const { build, depends_on, ports } = service(wanted)
    expect(build).toBe('.')
    expect(depends_on).toStrictEqual(Object.fromEntries(NATS.map((one) => [one, { condition: 'service_healthy' }])))
    expect(ports).toStrictEqual([`808${wanted.at(-1) ?? ''}:8080`])
  })

  it('the configuration of the relays is valid, reads its secrets from the environment, and stores events three times', () => {
    const relay = service('relay-1')
    const names = relay.environment as readonly string[]
    const env = Object.fromEntries(names.map((one) => [one, `value of ${one}`]))
    const { queue, host, port, adminPassword, sources } = readConfig(join(ROOT, fileOf(relay)), env)
    expect(queue).toMatchObject({ servers: NATS.map((one) => `nats://${one}:4222`), replicas: 3 })
    expect({ host, port, adminPassword }).toStrictEqual({
      host: '0.0.0.0',
      port: 8080,
      adminPassword: 'value of ADMIN_PASSWORD'
    })
    expect(sources).toMatchObject([
      {
        writeKey: 'value of WRITE_KEY',
        destinations: [
          { settings: { accessToken: 'value of TIKTOK_ACCESS_TOKEN', pixelCode: 'value of TIKTOK_PIXEL_CODE' } }
        ]
      }
    ])
    for (const missing of names) {
      const others = Object.fromEntries(Object.entries(env).filter(([one]) => one !== missing))
      expect(() => readConfig(join(ROOT, fileOf(relay)), others)).toThrow(`${missing} is not set`)
    }
  })

  it('mounts the configuration where the image reads it', () => {
    expect(listOf('CMD')).toStrictEqual(['relay', '--config', service('relay-1').configs[0]?.target])
  })
})

describeWithNats('examples/relay/nats.conf', () => {
  it('is valid', () => {
    const program = existsSync('/usr/sbin/nats-server') ? '/usr/sbin/nats-server' : 'nats-server'
    const file = join(ROOT, 'examples/relay/nats.conf')
    const env = { PATH: process.env['PATH'], SERVER_NAME: 'nats-1' }
    const { status, stderr } = spawnSync(program, ['-t', '-c', file], { env, encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('is valid') as string })
  })
})

describe('the Dockerfile', () => {
  it('copies only files that exist and are not ignored', () => {
    const sources = all('COPY')
      .filter((text) => !text.startsWith('--from'))
      .flatMap((text) => text.split(' ').slice(0, -1))
    const allowed = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    expect(sources.map((source) => source.replace('./', '')).sort()).toStrictEqual(allowed.sort())
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toStrictEqual([])
  })

  it('runs scripts that exist, and installs the packed package with the clients of NATS', () => {
    const runs = all('RUN').join('\n')
    const used = [...runs.matchAll(/npm run (\S+)/g)].map(([, script = '']) => script)
    expect(used.filter((script) => !(script in scripts))).toStrictEqual([])
    const copied = all('COPY').find((text) => text.startsWith('--from=build')) ?? ''
    const [, pattern = ''] = /\/build\/(\S+)/.exec(copied) ?? []
    expect(`${name}-${version}.tgz`).toMatch(new RegExp(`^${pattern.replace('*', '.*')}$`))
    expect(runs).toContain(`/tmp/${pattern}`)
    const clients = [...runs.matchAll(/(@nats-io\/[\w-]+)@(\d+)/g)].map(([, client = '', major = '']) => [
      client,
      major
    ])
    const peers = Object.entries(peerDependencies).filter(([peer]) => peer.startsWith('@nats-io/'))
    expect(clients.sort()).toStrictEqual(peers.map(([peer, range]) => [peer, /\d+/.exec(range)?.[0]]))
  })

  it('starts a command that exists, on a Node.js that the package supports, and not as root', () => {
    const [entry = ''] = listOf('ENTRYPOINT')
    expect(Object.keys(bin)).toContain(entry)
    const relay = registerRelay(new Command())
    const [command, option] = listOf('CMD')
    expect([command, option]).toStrictEqual([relay.name(), relay.options[0]?.long])
    const [, oldest] = /(\d+)/.exec(engines.node) ?? []
    for (const image of all('FROM')) {
      expect(Number(/^node:(\d+)-slim/.exec(image)?.[1])).toBeGreaterThanOrEqual(Number(oldest))
    }
    expect(all('USER')).toStrictEqual(['node'])
    expect(all('EXPOSE')).toStrictEqual(['8080'])
  })

  it('has a healthcheck that fails when no relay answers', async () => {
    const text = instructions.find((line) => line.startsWith('HEALTHCHECK ')) ?? ''
    const [program = '', ...args] = JSON.parse(text.slice(text.indexOf('['))) as string[]
    expect(program).toBe('node')
    const statusOn = (port: string) =>
      exitCode(args.map((argument) => argument.replace('127.0.0.1:8080', `127.0.0.1:${port}`)))
    const running = await runRelay()
    expect(await statusOn(new URL(running.relay.origin).port)).toBe(0)
    await running.close()
    expect(await statusOn(String(await freePort()))).toBe(1)
  })
})
