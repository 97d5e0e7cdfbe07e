import { readFileSync, statSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { closest, distance } from 'fastest-levenshtein'
import { isRecord } from '../shared/coerce'
import type { ServerDestination, SettingValues } from './destinations'
import { CliError, systemCode } from './exit'

/** The variables of the environment and of `.env` files, with their settings. */
const VARIABLES: Readonly<Record<string, string>> = {
  TIKTOK_ACCESS_TOKEN: 'accessToken',
  TIKTOK_PIXEL_CODE: 'pixelCode',
  TIKTOK_CRM_EVENT_SET_ID: 'crmEventSetId',
  TIKTOK_EVENT_SET_ID: 'eventSetID',
  TIKTOK_DEFAULT_PHONE_COUNTRY: 'defaultPhoneCountry',
  TIKTOK_CONTENT_ID_MODE: 'contentIdMode'
}

/** The settings of the embedded sandbox. They are also the placeholders for missing settings when nothing is sent. */
export const SANDBOX_SETTINGS: SettingValues = {
  accessToken: 'sandbox-token',
  pixelCode: 'SANDBOX_PIXEL',
  crmEventSetId: 'SANDBOX_CRM',
  eventSetID: 'SANDBOX_OFFLINE'
}

/** The sources of settings. */
export interface SettingSources {
  readonly env: NodeJS.ProcessEnv
  /** A JSON or `.env` file; the environment takes precedence over it. */
  readonly file?: string | undefined
  /** Settings that take precedence over the environment and the file. */
  readonly overrides?: SettingValues
  /** Settings for keys that are in neither the environment nor the file. */
  readonly placeholders?: SettingValues
  /** Called with a warning about the file. */
  readonly warn: (message: string) => void
}

/**
 * The settings of a destination. The environment takes precedence over the file.
 * @throws CliError for a missing setting, and for a file that cannot be read or has an unknown or invalid setting
 */
export function readSettings(
  { name, settingKeys, requiredSettings }: ServerDestination,
  { env, file, overrides = {}, placeholders = {}, warn }: SettingSources
): SettingValues {
  const given = {
    ...placeholders,
    ...(file !== undefined && readFile(file, warn)),
    ...fromVariables(env),
    ...overrides
  }
  const missing = requiredSettings.find((key) => given[key] === undefined)
  if (missing !== undefined) throw new CliError(missingText(missing, name, env))
  return Object.fromEntries(Object.entries(given).filter(([key]) => settingKeys.includes(key)))
}

function variableOf(key: string): string {
  return Object.keys(VARIABLES).find((name) => VARIABLES[name] === key) ?? key
}

function missingText(key: string, destination: string, env: NodeJS.ProcessEnv): string {
  const variable = variableOf(key)
  const similar = Object.keys(env).find(
    (name) => name !== variable && distance(name, variable) <= 3 && !(name in VARIABLES)
  )
  const hint = similar === undefined ? '' : ` ${similar} is set: is it misspelt?`
  return `${destination} needs ${variable}. Set it in the environment or in the file passed to --settings.${hint}`
}

function fromVariables(variables: Readonly<Record<string, string | undefined>>): SettingValues {
  return Object.fromEntries(
    Object.entries(VARIABLES).flatMap(([name, key]) => {
      const value = variables[name]?.trim() ?? ''
      return value === '' ? [] : [[key, value]]
    })
  )
}

function readFile(path: string, warn: (message: string) => void): SettingValues {
  const text = readText(path, '--settings')
  const values = text.trimStart().startsWith('{') ? fromJson(path, text) : fromEnvFile(path, text)
  const canOthersRead = process.platform !== 'win32' && (statSync(path).mode & 0o044) !== 0
  if (canOthersRead && values['accessToken'] !== undefined) {
    warn(`Other users of this machine can read ${path}, which holds the access token. Run: chmod 600 ${path}`)
  }
  return values
}

/**
 * Reads the file of an option.
 * @throws CliError if it cannot be read
 */
export function readText(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new CliError(`${option}: ${path} cannot be read (${systemCode(error) ?? 'unknown error'}).`)
  }
}

function fromJson(path: string, text: string): SettingValues {
  const keys = Object.values(VARIABLES)
  const values = parseJson(path, text)
  const unknown = Object.keys(values).find((key) => !keys.includes(key))
  if (unknown !== undefined) {
    throw new CliError(`${path}: ${unknown} is not a setting. Did you mean ${closest(unknown, keys)}?`)
  }
  const notText = Object.keys(values).find((key) => typeof values[key] !== 'string')
  if (notText !== undefined) throw new CliError(`${path}: ${notText} must be a string.`)
  return values as SettingValues
}

function parseJson(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    // The parser's message is left out, because it can quote the token.
  }
  throw new CliError(`${path} is neither a JSON object nor a .env file.`)
}

function fromEnvFile(path: string, text: string): SettingValues {
  const variables = parseEnv(text) as Readonly<Record<string, string>>
  const unknown = Object.keys(variables).find((name) => name.startsWith('TIKTOK_') && !(name in VARIABLES))
  if (unknown !== undefined) {
    throw new CliError(
      `${path}: ${unknown} is not a setting. Did you mean ${closest(unknown, Object.keys(VARIABLES))}?`
    )
  }
  const values = fromVariables(variables)
  if (Object.keys(values).length === 0) {
    throw new CliError(`${path} contains no setting. Write lines such as TIKTOK_PIXEL_CODE=C4A1B2.`)
  }
  return values
}
