const keys = new WeakMap<object, string>()
let last = 0

/**
 * The key under which actions-core compiles and keeps the schema of some fields: the same for the same object. Without a
 * space, because current versions of fast-uri refuse one ("URI scheme is malformed.").
 */
export function schemaKeyOf(fields: object): string {
  const known = keys.get(fields)
  if (known !== undefined) return known
  const key = `segment-tiktok-destinations/${(last += 1)}`
  keys.set(fields, key)
  return key
}
