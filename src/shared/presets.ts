import type { InputField, JSONValue, Preset } from '@segment/actions-core'
import { contentsItem } from './fields'
import { PRESETS, type PresetRow } from './preset-table'

/**
 * Creates the presets of one destination.
 * @param fields the fields of the action; each preset maps the fields of its row with their defaults
 * @param partnerAction the action's key
 */
export function makePresets(fields: Readonly<Record<string, InputField>>, partnerAction: string): Preset[] {
  return PRESETS.map((row) => ({
    name: row.name,
    type: 'automatic',
    subscribe: row.subscribe,
    partnerAction,
    mapping: { ...defaultsOf(fields, row), ...contentsOf(row), event: row.event }
  }))
}

function defaultsOf(fields: Readonly<Record<string, InputField>>, row: PresetRow): Record<string, JSONValue> {
  const keys: readonly string[] = row.fields
  const mapped = Object.entries(fields).filter(([key, field]) => keys.includes(key) && field.default !== undefined)
  return Object.fromEntries(mapped.map(([key, field]) => [key, field.default as JSONValue]))
}

function contentsOf({ contents }: PresetRow): Record<string, JSONValue> {
  if (contents === undefined) return {}
  const source = contents === 'products' ? '$.properties.products' : '$.properties'
  return { contents: { '@arrayPath': [source, contentsItem as unknown as JSONValue] } }
}
