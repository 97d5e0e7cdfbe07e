import { fieldsToJsonSchema, type GlobalSetting, type InputField } from '@segment/actions-core'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

/** The fields of an action, or the settings of a destination. */
export type Fields = Readonly<Record<string, InputField | GlobalSetting>>

/**
 * Generates the text of a `generated-types.ts` as Segment's generator does. A field with choices has the type `string`.
 * @param fields the fields or settings to describe
 * @param name the interface's name
 */
export function generatedTypes(fields: Fields, name: string): Promise<string> {
  const schema = fieldsToJsonSchema(fields, { tsType: true }) as JSONSchema
  return compile(withoutTitlesAndChoices(schema), name, {
    bannerComment: '// Generated file. DO NOT MODIFY IT BY HAND.',
    // All files are formatted together at the end.
    format: false
  })
}

/** Removes choices, and also titles, because json-schema-to-typescript creates a named type for each title. */
function withoutTitlesAndChoices(schema: JSONSchema): JSONSchema {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    (key === 'title' && typeof value === 'string') || (key === 'enum' && Array.isArray(value)) ? undefined : value
  )
  return JSON.parse(text) as JSONSchema
}
