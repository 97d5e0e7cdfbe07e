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

/** One of the two that stand side by side. */
export interface Contender {
  readonly name: 'ours' | 'official'
  readonly definition: DestinationDefinition<JSONObject>
}

/** This package, as it is published: built, packed and installed. */
export const OURS = 'segment-tiktok-destinations/tiktok-conversions'

/** The official destination. The main entry of its package does not load, this file does. */
export const OFFICIAL = '@segment/action-destinations/dist/destinations/tiktok-conversions'

export const ours: Contender = { name: 'ours', definition: unwrap(load(OURS) as object) }
export const official: Contender = { name: 'official', definition: unwrap(load(OFFICIAL) as object) }

/** actions-core, the one that both run on. */
export const core = load('@segment/actions-core') as typeof Core

/** The runtime of this package. */
export const runtime = load('segment-tiktok-destinations/runtime') as typeof Runtime

/** The sandbox of this package. */
export const sandbox = load('segment-tiktok-destinations/sandbox') as typeof Sandbox

/** The settings that the sandbox accepts, and one subscription. */
export function settingsFor(subscription: object): JSONObject {
  return { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL', subscription: subscription as JSONObject }
}

/** The names of the presets that both have. */
export function presetNames(): string[] {
  return (official.definition.presets ?? []).flatMap(({ name }) => name ?? [])
}

/** The preset of that name. Both have the same fifteen. */
export function presetOf({ definition }: Contender, name: string): Subscription {
  const preset = definition.presets?.find((one) => one.name === name)
  if (preset?.type !== 'automatic') throw new Error(`There is no preset called ${name}.`)
  return { ...preset, mapping: preset.mapping as JSONObject }
}

/** The version of a package as it is installed in bench/. */
export function versionOf(name: string): string {
  const path = join(__dirname, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
