import { realTypeOf } from '@segment/actions-core'

/** The part of a JSON schema that says which empty values a field can hold. */
export interface SchemaPart {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: SchemaPart
  readonly properties?: Readonly<Record<string, SchemaPart>>
}

/**
 * Removes nulls and blank texts that the fields cannot hold, as actions-core does with the payloads of a batch before it
 * validates them. actions-core does not export its own function and hides it from imports by path, so this one is
 * written anew; the tests compare the two.
 * @param value a payload or a part of it; it stays as it is
 * @param schema what `fieldsToJsonSchema` says of it
 */
export function removeEmptyValues(value: unknown, schema: SchemaPart = {}): unknown {
  if (schema.type === undefined && schema.enum === undefined) return value
  if (Array.isArray(value)) {
    const { items } = schema
    return items === undefined ? value : value.filter((item) => removeEmptyValues(item, items) !== undefined)
  }
  if (realTypeOf(value) === 'object') {
    const { properties } = schema
    if (properties === undefined) return value
    const kept: Record<string, unknown> = { ...(value as object) }
    for (const key of Object.keys(kept)) {
      kept[key] = removeEmptyValues(kept[key], properties[key])
      if (kept[key] === undefined) Reflect.deleteProperty(kept, key)
    }
    return kept
  }
  const types = [schema.type ?? []].flat()
  return (value === null && !types.includes('null')) || (value === '' && !types.includes('string')) ? undefined : value
}
