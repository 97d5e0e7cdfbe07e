import type { InputField } from '@segment/actions-core'
import { type Definition, triggersOf } from './definition'

/** The fields whose values are hashed. */
const HASHED = /^(?:phone_numbers?|email(?:_addresse)?s?|external_ids?|first_name|last_name|zip_code)$/

interface Described {
  path: string
  key: string
  field: InputField
  nested: boolean
}

function describedFields({ actions }: Definition): Described[] {
  return Object.entries(actions).flatMap(([action, { fields }]) =>
    Object.entries(fields).flatMap(([key, field]): Described[] => [
      { path: `${action}.${key}`, key, field, nested: false },
      ...Object.entries(field.properties ?? {}).map(([inner, property]) => ({
        path: `${action}.${key}.${inner}`,
        key: inner,
        field: { ...property, description: property.description ?? '' },
        nested: true
      }))
    ])
  )
}

const written = expect.stringMatching(/\S/) as string

/** The settings, fields and presets that Segment shows to users. */
export function catalogue(definition: Definition): void {
  const fields = describedFields(definition)
  const settings = Object.entries(definition.authentication?.fields ?? definition.settings ?? {})

  test('has settings and actions', () => {
    expect(settings.length).toBeGreaterThan(0)
    expect(fields.length).toBeGreaterThan(0)
  })
  test.each(settings)('setting %s has a label and a description', (_key, { label, description }) => {
    expect({ label, description }).toStrictEqual({ label: written, description: written })
  })
  test.each(fields)('$path has a label and a description', ({ path, field: { label, description } }) => {
    const isAddress = /\.address\.\w+$/.test(path)
    expect({ label, description }).toStrictEqual({ label: written, description: isAddress ? description : written })
  })
  test('the fields with hashed personal data, and no others, have the category hashedPII', () => {
    const marked = fields.filter(({ field }) => field.category === 'hashedPII').map(({ path }) => path)
    expect(marked).toStrictEqual(fields.filter(({ key }) => HASHED.test(key)).map(({ path }) => path))
    expect(marked.length).toBeGreaterThanOrEqual(6)
  })
  test('choices have labels', () => {
    const choices = fields.flatMap(({ field }): unknown[] => field.choices ?? [])
    for (const choice of choices) expect(choice).toStrictEqual({ value: written, label: written })
  })
  test('fields depend on existing fields', () => {
    for (const { path, field } of fields) {
      const [action = ''] = path.split('.')
      const conditions = typeof field.depends_on === 'object' ? field.depends_on.conditions : []
      const keys = conditions.flatMap((condition) => ('fieldKey' in condition ? [condition.fieldKey] : []))
      expect(Object.keys(definition.actions[action]?.fields ?? {})).toStrictEqual(expect.arrayContaining(keys))
    }
  })

  describe.each(triggersOf(definition))('preset $name', ({ partnerAction, mapping }) => {
    const { fields = {} } = definition.actions[partnerAction] ?? {}

    test('maps existing fields', () => {
      expect(Object.keys(fields)).toStrictEqual(expect.arrayContaining(Object.keys(mapping)))
    })
    test('maps existing properties', () => {
      for (const [key, value] of Object.entries(mapping)) {
        const properties = Object.keys(fields[key]?.properties ?? {})
        expect(properties).toStrictEqual(expect.arrayContaining(propertiesIn(value)))
      }
    })
    test('maps every required field', () => {
      const required = Object.entries(fields).filter(([, field]) => field.required === true)
      expect(Object.keys(mapping)).toStrictEqual(expect.arrayContaining(required.map(([key]) => key)))
    })
  })
}

/** The properties of an object field, or of its items, that a mapping fills. */
function propertiesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('@arrayPath' in value && Array.isArray(value['@arrayPath'])) return Object.keys(value['@arrayPath'][1] as object)
  return Object.keys(value).filter((key) => !key.startsWith('@'))
}
