import type { InputField, JSONValue, Preset } from '@segment/actions-core'
import { contentsItem } from './fields'
import { PRESETS, type PresetRow } from './preset-table'

/**
 * Creates the presets of one destination.
 * @param fields the fields of the action; a preset maps those that its row of the table lists, with their defaults
 * @param partnerAction the action's key
 */
export function makePresets(fields: Readonly<Record<string, InputField>>, partnerAction: string): Preset[] {
  const defaults = Object.entries(fields).flatMap(([key, field]) =>
    field.default === undefined ? [] : [[key, field.default as JSONValue] as const]
  )
  const defaultsOf = (keys: readonly string[]) => Object.fromEntries(defaults.filter(([key]) => keys.includes(key)))
  return PRESETS.map((row) => ({
    name: row.name,
    type: 'automatic',
    subscribe: row.subscribe,
    partnerAction,
    mapping: { ...defaultsOf(row.fields), ...contentsOf(row), event: row.event }
  }))
}

function contentsOf({ contents }: PresetRow): Record<string, JSONValue> {
  if (contents === undefined) return {}
  const source = contents === 'products' ? '$.properties.products' : '$.properties'
  return { contents: { '@arrayPath': [source, contentsItem as unknown as JSONValue] } }
}
