import { defaultValues } from '@segment/actions-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tiktokPixel } from '../src'
import type { ServedDestination, ServedSubscription } from './cdn-settings'

const SCRIPT = join(__dirname, '../dist/tiktok-pixel.iife.js')

/** The built script. */
export function pixelScript(): string {
  try {
    return readFileSync(SCRIPT, 'utf8')
  } catch (cause) {
    throw new Error('The script of the Pixel is missing. Run `npm run build` first.', { cause })
  }
}

const served = (name: string, partnerAction: string, subscribe: string, mapping: object): ServedSubscription => ({
  name,
  enabled: true,
  partnerAction,
  subscribe,
  mapping: mapping as ServedSubscription['mapping']
})

/** All presets, enabled. */
export const presets: ServedSubscription[] = (tiktokPixel.presets ?? []).map((preset) => {
  const { name = '', partnerAction, mapping = {} } = preset
  return served(name, partnerAction, 'subscribe' in preset ? preset.subscribe : '', mapping)
})

/** A mapping of identify calls with the default of each field. */
export const identifyCalls = served(
  'Identify',
  'identify',
  'type = "identify"',
  defaultValues(tiktokPixel.actions.identify.fields)
)

/** A mapping of the action that captures click IDs, as the README describes it. */
export const captureClickIds = served(
  'Capture Click IDs',
  'captureClickIds',
  tiktokPixel.actions.captureClickIds.defaultSubscription ?? '',
  {}
)

/** TikTok Pixel for pixel C1, connected to the source. */
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
