import { isDeepStrictEqual } from 'node:util'

/** Expects the same values, own keys such as `constructor` and prototypes included. Fast where they are the same. */
export function expectSame(ours: unknown, theirs: unknown): void {
  const [one, other] = [withPrototypes(ours), withPrototypes(theirs)]
  // The matcher is slow, and prints the difference.
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other)
}

/** The value with its objects as entries, and their prototypes among them unless they are JavaScript's own. */
function withPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPrototypes)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).map(([key, property]) => [key, withPrototypes(property)])
  const prototype: unknown = Object.getPrototypeOf(value)
  return [...entries, ...(prototype === Object.prototype ? [] : [withPrototypes(prototype)])]
}
