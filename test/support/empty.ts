/** The paths of all empty values in a body: undefined, null, "", [] and {}. */
export function emptyPaths(value: unknown, path = '$'): string[] {
  if (value === undefined || value === null || value === '') return [path]
  if (typeof value !== 'object') return []
  const entries = Object.entries(value)
  return entries.length === 0 ? [path] : entries.flatMap(([key, inner]) => emptyPaths(inner, `${path}.${key}`))
}
