import type { DestinationDefinition, Preset, RequestClient } from '@segment/actions-core'
import tiktokConversions from '../destinations/tiktok-conversions'
import tiktokOfflineConversions from '../destinations/tiktok-offline-conversions'
import {
  connect,
  type ConnectOptions,
  type Connection,
  explain,
  type ExplainOptions,
  type Explanation
} from '../runtime'
import { redirectTo } from '../sandbox/redirect'

/** Values of settings by their keys. */
export type SettingValues = Readonly<Record<string, string>>

/** A server destination with untyped settings. `connect` checks the settings. */
export interface ServerDestination {
  readonly name: string
  readonly settingKeys: readonly string[]
  readonly requiredSettings: readonly string[]
  readonly presets: readonly Preset[]
  readonly connect: (settings: SettingValues, options: ConnectOptions) => Connection
  readonly explain: (event: unknown, settings: SettingValues, options: ExplainOptions) => Explanation
  /** Sends one test event, which TikTok does not count; throws an error if TikTok refuses it. */
  readonly check: (request: RequestClient, settings: SettingValues) => Promise<unknown>
}

/** The values of `--destination`. */
export const DESTINATION_NAMES = ['conversions', 'offline'] as const

/** One of the server destinations. */
export type DestinationName = (typeof DESTINATION_NAMES)[number]

/**
 * A server destination by its name.
 * @param origin an origin on this machine that receives the requests instead of TikTok
 */
export function serverDestination(name: DestinationName, origin?: string): ServerDestination {
  return name === 'offline'
    ? fromDefinition(tiktokOfflineConversions, origin)
    : fromDefinition(tiktokConversions, origin)
}

function fromDefinition<Settings>(original: DestinationDefinition<Settings>, origin?: string): ServerDestination {
  const definition = origin === undefined ? original : redirectTo(original, origin)
  const fields = definition.authentication?.fields ?? {}
  return {
    name: definition.name,
    settingKeys: Object.keys(fields),
    requiredSettings: Object.keys(fields).filter((key) => fields[key]?.required === true),
    presets: definition.presets ?? [],
    connect: (settings, options) => connect(definition, settings as Settings, options),
    explain: (event, settings, options) => explain(definition, event, settings as Settings, options),
    check: (request, settings) =>
      Promise.resolve(
        definition.authentication?.testAuthentication?.(request, {
          settings: settings as Settings,
          auth: undefined as never
        })
      )
  }
}
