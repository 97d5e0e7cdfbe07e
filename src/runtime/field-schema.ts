import { fieldsToJsonSchema, validateSchema } from '@segment/actions-core'
import { compileRemoval, type RemoveEmptyValues, type SchemaPart } from './remove-empty-values'

/** Fields of an action, or settings. */
export type Fields = NonNullable<Parameters<typeof fieldsToJsonSchema>[0]>

/** The removal of empty values and the validation for some fields, compiled from the framework's schema. */
export interface FieldSchema {
  readonly removeEmptyValues: RemoveEmptyValues
  /**
   * Checks an object, converts its values to the types of their fields, and removes keys that are not fields. It
   * changes the object itself.
   * @throws AggregateAjvError for values that the fields do not accept
   */
  readonly validate: (object: unknown) => void
}

const cache = new WeakMap<object, FieldSchema>()
let count = 0

/** The schema of some fields, created once for each `fields` object. */
export function schemaOf(fields: Fields): FieldSchema {
  const schema = cache.get(fields) ?? createSchema(fields)
  cache.set(fields, schema)
  return schema
}

function createSchema(fields: Fields): FieldSchema {
  const schema = fieldsToJsonSchema(fields)
  // actions-core caches the compiled schema under this key. The key does not contain the destination's name, because
  // current versions of fast-uri reject a key with a space.
  const schemaKey = `segment-tiktok-destinations/${(count += 1)}`
  return {
    removeEmptyValues: compileRemoval(schema as SchemaPart),
    validate: (object) => {
      validateSchema(object, schema, { schemaKey })
    }
  }
}
