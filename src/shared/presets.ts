import type { InputField, JSONValue, Preset } from '@segment/actions-core'
import { contentsItem } from './fields'
import type { EventPayload } from './fields/generated-types'
import { PRESETS, type PresetRow } from './preset-table'

const WITH_CONTENTS = ['content_type', 'num_items'] as const satisfies (keyof EventPayload)[]

/**
 * What not every event can use. Each call walks the whole mapping, so an idle directive costs time; and a property that
 * nobody mapped on purpose (`year: "2024 edition"`) would fail the validation of the event.
 */
const NOT_FOR_ALL = [
  ...WITH_CONTENTS,
  'query',
  'search_string',
  'delivery_category',
  'predicted_ltv',
  'event_spec_type',
  'lead_fields',
  'vehicle_fields',
  'travel_fields'
] as const satisfies (keyof EventPayload)[]

/**
 * The presets for one destination.
 * @param fields the fields of the action; each preset maps those that its event can use, as their defaults say
 * @param partnerAction the action's key
 */
export function makePresets(fields: Readonly<Record<string, InputField>>, partnerAction: string): Preset[] {
  return PRESETS.map((row) => ({
    name: row.name,
    type: 'automatic',
    subscribe: row.subscribe,
    partnerAction,
    mapping: { ...mappingOf(fields, row), event: row.event }
  }))
}

function mappingOf(fields: Readonly<Record<string, InputField>>, row: PresetRow): Record<string, JSONValue> {
  const own: readonly string[] = [...(row.contents === undefined ? [] : WITH_CONTENTS), ...(row.also ?? [])]
  const others: readonly string[] = NOT_FOR_ALL
  const usable = (key: string) => own.includes(key) || !others.includes(key)
  const mapped = Object.entries(fields).filter(([key, field]) => field.default !== undefined && usable(key))
  const mapping = Object.fromEntries(mapped.map(([key, field]) => [key, field.default as JSONValue]))
  if (row.contents === undefined) return mapping
  const source = row.contents === 'products' ? '$.properties.products' : '$.properties'
  return { ...mapping, contents: { '@arrayPath': [source, contentsItem as unknown as JSONValue] } }
}
