import { Readable } from 'node:stream'
import type { Preset } from '@segment/actions-core'
import { isRecord } from '../shared/coerce'
import type { Subscription } from '../runtime'
import type { ServerDestination } from './destinations'
import { CliError } from './exit'
import { splitArray } from './input/json-array'
import { readText } from './settings'

/** Converts a preset to a subscription. Returns undefined if the preset is not automatic or has no mapping. */
export function toSubscription(preset: Preset): Subscription | undefined {
  if (preset.type !== 'automatic' || !isRecord(preset.mapping)) return undefined
  const { name = preset.subscribe, subscribe, partnerAction, mapping } = preset
  return { name, subscribe, partnerAction, mapping, enabled: true }
}

/**
 * The subscriptions of a mapping file; without a file, those of the presets. `connect` and `explain` check them, not
 * this function.
 * @throws CliError for a file that cannot be read, is not JSON, or contains no subscription
 */
export async function readSubscriptions(
  { presets }: ServerDestination,
  file: string | undefined
): Promise<readonly Subscription[]> {
  if (file === undefined) return presets.flatMap((preset) => toSubscription(preset) ?? [])
  const subscriptions: unknown[] = []
  for await (const pieces of splitArray(Readable.from([Buffer.from(readText(file, '--mapping'))]))) {
    for (const { line, text, problem } of pieces) {
      if (problem !== undefined) throw new CliError(`${file}, line ${line}: ${problem}`)
      subscriptions.push(parse(text, `${file}, the subscription on line ${line}`))
    }
  }
  if (subscriptions.length === 0)
    throw new CliError(`${file} contains no subscription. To get the default ones, run: segment-tiktok presets`)
  return subscriptions as Subscription[]
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CliError(`${place} is not JSON. ${error instanceof Error ? error.message : ''}`)
  }
}
