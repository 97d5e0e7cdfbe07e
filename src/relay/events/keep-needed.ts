import type { NeededParts } from './needed-parts'

/** Copies only the needed parts of an event or of a part of it. All items of an array are treated the same. */
export function keepNeeded(value: unknown, needed: NeededParts): unknown {
  if (needed === 'all' || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => keepNeeded(item, needed))
  const kept: Record<string, unknown> = {}
  for (const [key, below] of needed) {
    if (Object.hasOwn(value, key)) kept[key] = keepNeeded((value as Record<string, unknown>)[key], below)
  }
  return kept
}
