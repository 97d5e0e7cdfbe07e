import type { GlobalSetting, InputField, Preset } from '@segment/actions-core'
import difference from 'lodash/difference'
import intersection from 'lodash/intersection'
import isEqual from 'lodash/isEqual'
import omit from 'lodash/omit'
import partition from 'lodash/partition'
import uniq from 'lodash/uniq'
import type { Definition } from '../conformance/definition'

type Fields = Readonly<Record<string, Partial<InputField | GlobalSetting>>>

/** Lists everything that customers' saved mappings refer to, one line per field. Descriptions are left out. */
export function describeDefinition(definition: Definition): string {
  const { name, slug, mode, presets = [], authentication, settings = authentication?.fields ?? {} } = definition
  const actions = Object.entries(definition.actions)
  return [
    `${name} (${String(slug)}, ${mode})`,
    ...section('settings', fieldLines(settings)),
    ...actions.flatMap(([key, { fields, ...action }], index) => {
      const twin = actions.slice(0, index).find(([, other]) => isEqual(other.fields, fields))
      const attributes = JSON.stringify(omit(action, ['description', 'perform', 'performBatch']))
      return section(`action ${key} ${attributes}`, twin ? [`the fields of ${twin[0]}`] : fieldLines(fields))
    }),
    ...presetLines(presets, (action) => definition.actions[action]?.fields ?? {})
  ].join('\n')
}

function section(title: string, lines: string[]): string[] {
  return ['', title, ...lines.map((line) => `  ${line}`)]
}

function fieldLines(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const { label, type, properties, depends_on, required, choices, ...others } = field as InputField
    const attributes = Object.entries(omit(others, ['description', 'default']))
    const defaults = 'default' in others ? [`← ${directive(others.default)}`] : []
    const line = [
      `${key}: ${type} "${label}"`,
      ...attributes.map(([name, value]) => `${name}=${JSON.stringify(value)}`),
      ...(required === undefined ? [] : [`required=${conditions(required)}`]),
      ...(depends_on === undefined ? [] : [`depends_on=${conditions(depends_on)}`]),
      ...(choices ?? []).map((choice) => (typeof choice === 'string' ? choice : `[${choice.value}: ${choice.label}]`)),
      ...(properties === undefined ? defaults : [])
    ]
    const inner = Object.entries(properties ?? {}).map(([name, property]) => {
      const read = (others.default as Record<string, unknown> | undefined)?.[name]
      return [name, { ...property, ...(read !== undefined && { default: read }) }]
    })
    return [line.join(' '), ...fieldLines(Object.fromEntries(inner) as Fields).map((property) => `  ${property}`)]
  })
}

/** Lists the presets, one per line, with their mappings except those that all presets have by default. */
function presetLines(presets: readonly Preset[], fieldsOf: (action: string) => Fields): string[] {
  const mapped = presets.map(({ partnerAction, mapping = {} }) => {
    const isDefault = ([key, value]: [string, unknown]) => isEqual(value, fieldsOf(partnerAction)[key]?.default)
    const [defaults, others] = partition(Object.entries(mapping), isDefault)
    return { defaults: defaults.map(([key]) => key), others }
  })
  const common = intersection(...mapped.map(({ defaults }) => defaults))
  const items = mapped.flatMap(({ others }) =>
    others.filter(([key]) => key === 'contents').map(([, value]) => itemOf(value))
  )
  return [
    ...section('all presets map by default', [common.join(' ')]),
    ...section('items are read as', uniq(items)),
    ...section(
      'presets',
      presets.map((preset, index) => {
        const { defaults = [], others = [] } = mapped[index] ?? {}
        const values = others.map(([key, value]) => `${key} ← ${directive(value)}`)
        const attributes = Object.values(omit(preset, 'mapping')).map(String).join(' | ')
        return [attributes, ...values, ...difference(defaults, common)].join(', ')
      })
    )
  ]
}

function itemOf(contents: unknown): string {
  const [, item = {}] = (contents as Directive)['@arrayPath'] ?? []
  return Object.entries(item)
    .map(([key, inner]) => `${key} ← ${directive(inner)}`)
    .join(', ')
}

function conditions(value: InputField['depends_on'] | boolean): string {
  if (typeof value !== 'object') return String(value)
  const all = value.conditions.map((one) => {
    const subject = 'fieldKey' in one ? one.fieldKey : one.type
    return `${subject} ${one.operator} ${JSON.stringify(one.value)}`
  })
  return `${String(value.match)}(${all.join(', ')})`
}

interface Directive {
  '@path'?: string
  '@if'?: { blank?: unknown; exists?: unknown; then: unknown; else?: unknown }
  '@replace'?: { value: unknown }
  '@arrayPath'?: [string, Record<string, unknown>]
}

/** Abbreviates a directive: `a || b` is `a` unless it is blank, `a ?? b` is `a` if it exists. */
function directive(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const { '@path': path, '@if': condition, '@replace': replace, '@arrayPath': items } = value as Directive
  if (path !== undefined) return path
  if (items !== undefined) return `each of ${items[0]}`
  if (replace !== undefined) return `replace(${directive(replace.value)}, ${JSON.stringify(omit(replace, 'value'))})`
  if (condition === undefined) return JSON.stringify(value)
  const { blank, exists, then, else: other } = condition
  const test = blank ?? exists
  const guarded = isEqual(test, then) ? directive(then) : `(${directive(test)} → ${directive(then)})`
  return `${guarded} ${blank === undefined ? '??' : '||'} ${other === undefined ? 'nothing' : directive(other)}`
}
