import { isDeepStrictEqual } from 'node:util'

/** Expects equal values, including prototypes and own keys such as `constructor`. It is fast if they are equal. */
export function expectSame(ours: unknown, theirs: unknown): void {
  const [one, other] = [withPrototypes(ours), withPrototypes(theirs)]
  // The matcher is slow, but prints the difference.
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other)
}

/** Replaces objects by their entries, including their prototypes unless these are JavaScript's own. */
function withPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPrototypes)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).map(([key, property]) => [key, withPrototypes(property)])
  const prototype: unknown = Object.getPrototypeOf(value)
  return [...entries, ...(prototype === Object.prototype ? [] : [withPrototypes(prototype)])]
}
