import { fieldsToJsonSchema, validateSchema } from '@segment/actions-core'
import { compileRemoval, type RemoveEmptyValues, type SchemaPart } from './remove-empty-values'

/** Fields of an action, or settings. */
export type Fields = NonNullable<Parameters<typeof fieldsToJsonSchema>[0]>

/** What the framework makes of some fields. */
export interface FieldSchema {
  readonly removeEmptyValues: RemoveEmptyValues
  /**
   * Checks an object and gives its values the types of their fields; what is no field goes.
   * @throws AggregateAjvError for values that the fields do not take
   */
  readonly validate: (object: unknown) => void
}

const known = new WeakMap<object, FieldSchema>()
let count = 0

/** The schema of some fields: the same for the same object. */
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
