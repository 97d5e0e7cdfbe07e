import type * as Core from '@segment/actions-core'
import type { DestinationDefinition, JSONObject, Subscription } from '@segment/actions-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Runtime from '../src/runtime'
import type * as Sandbox from '../src/sandbox'

// Loaded by require, because the project must compile without the packages of bench/.
const load = createRequire(__filename)
const unwrap = (module: { default?: DestinationDefinition<never> }) =>
  (module.default ?? module) as DestinationDefinition<JSONObject>

/** One of the two compared destinations. */
export interface Implementation {
  readonly name: 'ours' | 'official'
  readonly definition: DestinationDefinition<JSONObject>
}

/** Our destination, built, packed and installed as it is published. */
export const OURS = 'segment-tiktok-destinations/tiktok-conversions'

/** The official destination. Its own file is loaded, because the main entry of its package does not load. */
export const OFFICIAL = '@segment/action-destinations/dist/destinations/tiktok-conversions'

export const ours: Implementation = { name: 'ours', definition: unwrap(load(OURS) as object) }
export const official: Implementation = { name: 'official', definition: unwrap(load(OFFICIAL) as object) }

/** The actions-core that both destinations use. */
export const core = load('@segment/actions-core') as typeof Core

export const runtime = load('segment-tiktok-destinations/runtime') as typeof Runtime

export const sandbox = load('segment-tiktok-destinations/sandbox') as typeof Sandbox

/** Returns settings that the sandbox accepts, with one subscription. */
export function settingsFor(subscription: object): JSONObject {
  return { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL', subscription: subscription as JSONObject }
}

/** Returns the names of the presets, which are the same in both destinations. */
export function presetNames(): string[] {
  return (official.definition.presets ?? []).flatMap(({ name }) => name ?? [])
}

export function presetOf({ definition }: Implementation, name: string): Subscription {
  const preset = definition.presets?.find((one) => one.name === name)
  if (preset?.type !== 'automatic') throw new Error(`There is no preset ${name}.`)
  return { ...preset, mapping: preset.mapping as JSONObject }
}

/** Returns the version of a package in bench/node_modules. */
export function versionOf(name: string): string {
  const path = join(__dirname, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
