import type { ActionDefinition, GlobalSetting, InputField, Preset } from '@segment/actions-core'
import { describeDefault } from './defaults'
import { code, page, table } from './markdown'

/** The parts of a definition that its page shows. */
export interface DestinationParts {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly settings: Readonly<Record<string, GlobalSetting>>
  readonly presets: readonly Preset[]
  readonly actions: Readonly<Record<string, Pick<ActionDefinition<unknown>, 'title' | 'description' | 'fields'>>>
}

type Conditions = Exclude<InputField['depends_on'], undefined>

/** Makes the page of a destination: settings, presets, actions and fields. */
export function destinationPage({ name, slug, description, settings, presets, actions }: DestinationParts): string {
  return page(
    name,
    `${description} Slug: ${code(slug)}.`,
    '## Settings',
    table(
      ['setting', 'label', 'type', 'required', 'default', 'choices', 'description'],
      Object.entries(settings).map(([key, setting]) => [
        code(key),
        setting.label,
        setting.type,
        setting.required === true ? 'yes' : 'no',
        setting.default === undefined ? '' : code(String(setting.default)),
        choicesOf(setting.choices),
        setting.description
      ])
    ),
    '## Presets',
    table(
      ['preset', 'trigger', 'TikTok event', 'action', 'mapped fields'],
      presets.map((preset) => [
        preset.name ?? '',
        preset.type === 'automatic' ? code(preset.subscribe) : '',
        code(preset.mapping?.['event'] as string),
        code(preset.partnerAction),
        Object.keys(preset.mapping ?? {})
          .map(code)
          .join(', ')
      ])
    ),
    ...Object.entries(actions).flatMap(([key, action]) => [
      `## Action: ${action.title}`,
      `Key: ${code(key)}. ${action.description}`,
      fieldsOf(action.fields)
    ])
  )
}

function fieldsOf(fields: Readonly<Record<string, InputField>>): string {
  const rows = Object.entries(fields).flatMap(([key, field]) => [
    rowOf(key, field),
    ...Object.entries(field.properties ?? {}).map(([inner, part]) =>
      rowOf(`${key}.${inner}`, part as unknown as InputField, field.default)
    )
  ])
  if (rows.length === 0) return 'It has no fields.'
  return table(['field', 'label', 'type', 'required', 'default', 'choices', 'description'], rows)
}

function rowOf(key: string, field: InputField, outer?: unknown): readonly string[] {
  const inner = key.split('.')[1]
  return [
    code(key),
    field.label,
    field.multiple === true ? `list of ${field.type}` : field.type,
    requiredOf(field),
    describeDefault(inner === undefined ? field.default : innerDefault(outer, inner)),
    choicesOf(field.choices),
    [field.description, shownOf(field)].filter(Boolean).join(' ')
  ]
}

/** Returns the default of a property. It is part of the default of its object or of its list's items. */
function innerDefault(outer: unknown, key: string): unknown {
  if (typeof outer !== 'object' || outer === null) return undefined
  const items = (outer as { '@arrayPath'?: readonly unknown[] })['@arrayPath']
  const of = (items === undefined ? outer : items[1]) as Readonly<Record<string, unknown>> | undefined
  return of?.[key]
}

function requiredOf({ required }: Pick<InputField, 'required'>): string {
  if (required === undefined || typeof required === 'boolean') return required === true ? 'yes' : 'no'
  return `when ${conditionsOf(required)}`
}

function shownOf({ depends_on }: InputField): string {
  return depends_on === undefined ? '' : `Shown when ${conditionsOf(depends_on)}.`
}

function conditionsOf({ match, conditions }: Conditions): string {
  return conditions
    .map((condition) =>
      'fieldKey' in condition
        ? `${code(condition.fieldKey)} ${condition.operator.replace('_', ' ')} ${code(JSON.stringify(condition.value))}`
        : JSON.stringify(condition)
    )
    .join(match === 'any' ? ' or ' : ' and ')
}

function choicesOf(choices: InputField['choices'] | GlobalSetting['choices']): string {
  const values = Array.isArray(choices) ? choices : []
  return values
    .map((choice) => (typeof choice === 'string' ? code(choice) : `${code(String(choice.value))} (${choice.label})`))
    .join(', ')
}
