import { isArray, realTypeOf } from '@segment/actions-core'

/** The part of a JSON schema that determines which empty values a field can hold. */
export interface SchemaPart {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: SchemaPart
  readonly properties?: Readonly<Record<string, SchemaPart>>
}

/**
 * Removes empty parts from a value. Returns undefined for an empty value that the field cannot hold. It modifies
 * objects in place.
 */
export type RemoveEmptyValues = (value: unknown) => unknown

/**
 * Compiles the removal of undefined values, and of nulls and empty strings that a field cannot hold. actions-core does
 * the same with the payloads of a batch before it validates them, but does not export its function. The tests compare
 * the two.
 * @param schema the result of `fieldsToJsonSchema` for the fields
 */
export function compileRemoval(schema: SchemaPart = {}): RemoveEmptyValues {
  if (schema.type === undefined && schema.enum === undefined) return (value) => value
  const types = [schema.type ?? []].flat()
  const [allowsNull, allowsString] = [types.includes('null'), types.includes('string')]
  const { items, properties } = schema
  const keeps = items && compileItemTest(items)
  const removals = properties && new Map(Object.entries(properties).map(([key, part]) => [key, compileRemoval(part)]))

  return (value) => {
    if (value === null) return allowsNull ? null : undefined
    if (typeof value !== 'object') return value === '' && !allowsString ? undefined : value
    if (isArray(value)) return keeps ? value.filter(keeps) : value
    return removals && realTypeOf(value) === 'object' ? clean(value as Record<string, unknown>, removals) : value
  }
}

function clean(object: Record<string, unknown>, removals: ReadonlyMap<string, RemoveEmptyValues>): object {
  for (const key of Object.keys(object)) {
    const given = object[key]
    const remove = removals.get(key)
    const kept = remove === undefined ? given : remove(given)
    if (kept === undefined) Reflect.deleteProperty(object, key)
    else if (kept !== given) object[key] = kept
  }
  return object
}

/** Whether an item stays. Empty values inside an item stay too, because actions-core checks whole items only. */
function compileItemTest(schema: SchemaPart): (item: unknown) => boolean {
  const { type, enum: choices } = schema
  const remove = compileRemoval({
    ...(type !== undefined && { type }),
    ...(choices !== undefined && { enum: choices })
  })
  return (item) => remove(item) !== undefined
}
