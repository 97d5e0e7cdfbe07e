import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as v from 'valibot'
import { configurationError } from '../../runtime/configuration-error'
import type { Subscription } from '../../runtime'
import { parseJson } from './parse-json'
import { type ConfigFile, configSchema, type ConfigValue } from './schema'

/** A pixel or an event set that receives events. */
export interface DestinationConfig {
  readonly name: string
  readonly type: 'conversions' | 'offline'
  readonly settings: Readonly<Record<string, string>>
  /** Undefined means the presets. */
  readonly subscriptions: readonly Subscription[] | undefined
}

/** A source of events: its keys and its destinations. */
export interface SourceConfig {
  readonly name: string
  readonly writeKey: string | undefined
  readonly webhookSecret: string | undefined
  readonly destinations: readonly DestinationConfig[]
}

/** The NATS servers that store events until they are delivered. */
export interface QueueConfig {
  readonly servers: readonly string[]
  readonly user: string | undefined
  readonly password: string | undefined
  /** The number of NATS servers that store each event. */
  readonly replicas: 1 | 3
  /**
   * The maximum size of a stream, in bytes. Each destination has a stream, and the dead letters have one. A full stream
   * refuses new messages.
   */
  readonly maxBytes: number
  /** How long an event may wait. It does not apply to dead letters. */
  readonly maxAgeDays: number
  /** The number of batches of one destination that this relay delivers at the same time. */
  readonly workers: number
}

/** The configuration, with defaults and with the values of environment variables and files. */
export interface RelayConfig {
  readonly sources: readonly SourceConfig[]
  /** Undefined means the direct mode. */
  readonly queue: QueueConfig | undefined
  readonly host: string
  readonly port: number
  readonly allowedOrigins: readonly string[]
  readonly trustedProxies: readonly string[]
  readonly adminPassword: string | undefined
  readonly deadLetterFolder: string
  /** An origin on this machine to send to instead of TikTok's. */
  readonly api: string | undefined
}

interface Context {
  readonly file: string
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * Reads and checks the configuration file.
 * @param file its path; paths in it are relative to its folder
 * @param env the environment variables that it may name
 * @throws IntegrationError that names one mistake and the file that contains it
 */
export function readConfig(file: string, env: NodeJS.ProcessEnv): RelayConfig {
  const context: Context = { file, folder: dirname(resolve(file)), env }
  const parsed = v.safeParse(configSchema, parseJson(readText(file, file), file))
  if (!parsed.success) {
    // Unknown keys are reported first, because a misspelt key is often the reason why another one is missing.
    const issue = parsed.issues.find(({ expected }) => expected === 'never') ?? parsed.issues[0]
    throw configurationError(`${file}: ${v.getDotPath(issue) ?? 'the configuration'} ${sentence(issue.message)}`)
  }
  const { sources, queue, host, port, allowedOrigins, trustedProxies, adminPassword, deadLetterFolder, api } =
    parsed.output
  return {
    sources: readSources(sources, context),
    queue: queue === undefined ? undefined : readQueue(queue, context),
    host: host ?? '127.0.0.1',
    port: port ?? 8080,
    allowedOrigins: allowedOrigins ?? [],
    trustedProxies: trustedProxies ?? [],
    adminPassword: readOptional(adminPassword, 'adminPassword', context),
    deadLetterFolder: resolve(context.folder, deadLetterFolder ?? 'dead-letters'),
    api
  }
}

function readSources(sources: ConfigFile['sources'], context: Context): SourceConfig[] {
  const keys = new Map<string, string>()
  return Object.entries(sources).map(([name, { writeKey, webhookSecret, destinations }]) => {
    const path = `sources.${name}`
    const source = {
      name,
      writeKey: readOptional(writeKey, `${path}.writeKey`, context),
      webhookSecret: readOptional(webhookSecret, `${path}.webhookSecret`, context),
      destinations: Object.entries(destinations).map(([key, { type, settings, mapping }]) => {
        const where = `${path}.destinations.${key}`
        return {
          name: key,
          type,
          settings: Object.fromEntries(
            Object.entries(settings).map(([key, given]) => [key, readValue(given, `${where}.settings.${key}`, context)])
          ),
          subscriptions: mapping === undefined ? undefined : readMapping(resolve(context.folder, mapping))
        }
      })
    }
    if (source.writeKey === undefined && source.webhookSecret === undefined) {
      throw configurationError(`${context.file}: ${path} needs a writeKey, or a webhookSecret for Segment's webhooks.`)
    }
    for (const kind of ['writeKey', 'webhookSecret'] as const) {
      const key = source[kind]
      if (key === undefined) continue
      const place = `${path}.${kind}`
      const other = keys.get(key)
      if (other !== undefined) {
        throw configurationError(
          `${context.file}: ${place} is the same as ${other}. Each key and secret must be unique.`
        )
      }
      keys.set(key, place)
    }
    return source
  })
}

const GIBIBYTE = 2 ** 30

function readQueue(queue: NonNullable<ConfigFile['queue']>, context: Context): QueueConfig {
  const { servers, user, password, replicas, maxBytes, maxAgeDays, workers }: Exclude<typeof queue, string> =
    typeof queue === 'string' ? { servers: queue } : queue
  return {
    servers: [servers].flat(),
    user: readOptional(user, 'queue.user', context),
    password: readOptional(password, 'queue.password', context),
    replicas: replicas ?? 1,
    maxBytes: maxBytes ?? GIBIBYTE,
    maxAgeDays: maxAgeDays ?? 7,
    workers: workers ?? 2
  }
}

function readMapping(path: string): readonly Subscription[] {
  const subscriptions = parseJson(readText(path, path), path)
  if (!Array.isArray(subscriptions)) throw configurationError(`${path} must contain a JSON array of subscriptions.`)
  // `connect` checks each subscription.
  return subscriptions as readonly Subscription[]
}

function readOptional(value: ConfigValue | undefined, path: string, context: Context): string | undefined {
  return value === undefined ? undefined : readValue(value, path, context)
}

function readValue(value: ConfigValue, path: string, { file, folder, env }: Context): string {
  if (typeof value === 'string') return value
  const where = `${file}: ${path}`
  const read = 'env' in value ? env[value.env] : readText(resolve(folder, value.file), where)
  if (read?.trim()) return read.trim()
  throw configurationError(
    'env' in value
      ? `${where}: the environment variable ${value.env} is not set or is blank.`
      : `${where}: the file ${value.file} is blank.`
  )
}

function readText(path: string, where: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? 'unknown reason'})`
    throw configurationError(where === path ? `${path}: ${reason}.` : `${where}: ${path}: ${reason}.`)
  }
}

function sentence(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`
}
