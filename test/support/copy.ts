/** A deep copy of plain data, with `__proto__` as an ordinary key. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(copyOf) as T
  return Object.fromEntries(Object.entries(value).map(([key, property]) => [key, copyOf<unknown>(property)])) as T
}
