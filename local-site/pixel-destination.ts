import { defaultValues } from '@segment/actions-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tiktokPixel } from '../src'
import type { ServedDestination, ServedSubscription } from './cdn-settings'

const SCRIPT = join(__dirname, '../dist/tiktok-pixel.iife.js')

/** The script as it ships. */
export function pixelScript(): string {
  try {
    return readFileSync(SCRIPT, 'utf8')
  } catch (cause) {
    throw new Error('The script of the Pixel is not built: run `npm run build` first.', { cause })
  }
}

const served = (name: string, partnerAction: string, subscribe: string, mapping: object): ServedSubscription => ({
  name,
  enabled: true,
  partnerAction,
  subscribe,
  mapping: mapping as ServedSubscription['mapping']
})

/** The presets, as a customer has them who enabled them all. */
export const presets: ServedSubscription[] = (tiktokPixel.presets ?? []).map((preset) => {
  const { name = '', partnerAction, mapping = {} } = preset
  return served(name, partnerAction, 'subscribe' in preset ? preset.subscribe : '', mapping)
})

/** Identify calls, with the fields' defaults. */
export const identifyCalls = served(
  'Identify',
  'identify',
  'type = "identify"',
  defaultValues(tiktokPixel.actions.identify.fields)
)

/** The action that hands the click ids on, as the README says to map it. */
export const captureClickIds = served(
  'Capture Click IDs',
  'captureClickIds',
  tiktokPixel.actions.captureClickIds.defaultSubscription ?? '',
  {}
)

/** Our destination for pixel C1, as a source is connected to it. */
export function pixelDestination(
  settings: ServedDestination['settings'] = {},
  subscriptions: ServedSubscription[] = [...presets, identifyCalls]
): ServedDestination {
  return {
    name: tiktokPixel.name,
    script: pixelScript(),
    libraryName: 'tiktok-pixelDestination',
    settings: { pixelCode: 'C1', ...settings },
    subscriptions
  }
}
