import type { NeededParts } from './needed-parts'

/** Copies only the needed parts of a value. The same parts are copied from all items of an array. */
export function keepNeeded(value: unknown, needed: NeededParts): unknown {
  if (needed === 'all' || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => keepNeeded(item, needed))
  const kept: Record<string, unknown> = {}
  for (const [key, below] of needed) {
    if (Object.hasOwn(value, key)) kept[key] = keepNeeded((value as Record<string, unknown>)[key], below)
  }
  return kept
}
