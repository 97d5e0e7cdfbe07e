import { fieldsToJsonSchema, validateSchema } from '@segment/actions-core'
import { compileRemoval, type RemoveEmptyValues, type SchemaPart } from './remove-empty-values'

/** Fields of an action, or settings. */
export type Fields = NonNullable<Parameters<typeof fieldsToJsonSchema>[0]>

/** The framework's schema of some fields, and the function that validates with it. */
export interface FieldSchema {
  readonly removeEmptyValues: RemoveEmptyValues
  /**
   * Checks an object, converts its values to the types of their fields, and removes keys that are not fields.
   * @throws AggregateAjvError for values that the fields do not take
   */
  readonly validate: (object: unknown) => void
}

const known = new WeakMap<object, FieldSchema>()
let count = 0

/** The schema of some fields, made once for each `fields` object. */
export function schemaOf(fields: Fields): FieldSchema {
  const made = known.get(fields) ?? makeSchema(fields)
  known.set(fields, made)
  return made
}

function makeSchema(fields: Fields): FieldSchema {
  const schema = fieldsToJsonSchema(fields)
  // actions-core keeps the compiled schema under this key. A space in it would fail with current versions of fast-uri.
  const schemaKey = `segment-tiktok-destinations/${(count += 1)}`
  return {
    removeEmptyValues: compileRemoval(schema as SchemaPart),
    validate: (object) => {
      validateSchema(object, schema, { schemaKey })
    }
  }
}
