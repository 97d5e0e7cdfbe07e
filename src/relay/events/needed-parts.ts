import { parseFql } from '@segment/destination-subscriptions'
import type { Subscription } from '../../runtime'
import { isRecord } from '../../shared/coerce'

/** The needed parts of an event: the whole event, or some of its keys. */
export type NeededParts = 'all' | Map<string, NeededParts>

/** The keys that every event keeps. They identify it, and make a stored event valid input for `segment-tiktok send`. */
const ALWAYS = ['type', 'event', 'messageId', 'timestamp']

/** Directives that read the event only through the mappings inside them. */
const NESTING = ['@if', '@case', '@replace', '@flatten', '@merge', '@json', '@excludeWhenNull', '@literal']

/**
 * Finds the parts of an event that triggers and mappings read. A mapping gives the same payload for these parts as for
 * the whole event, so an unknown directive needs the whole event.
 */
export function neededParts(subscriptions: readonly Subscription[]): NeededParts {
  const parts = new Map<string, NeededParts>()
  for (const key of ALWAYS) parts.set(key, 'all')
  for (const { subscribe, mapping } of subscriptions) {
    const needed = [...pathsOfTrigger(parseFql(subscribe)), ...pathsOfMapping(mapping)]
    for (const path of needed) if (!add(parts, path)) return 'all'
  }
  return parts
}

type Path = readonly string[]

/** The path of the whole event. */
const WHOLE: Path[] = [[]]

/** The parts of the event that the conditions of a trigger read. */
const ROOTS: Readonly<Record<string, string>> = {
  'event-property': 'properties',
  'event-trait': 'traits',
  'event-context': 'context'
}

/**
 * Adds a path. Returns false if the whole object is needed: for an empty path, or for the key `__proto__`, because
 * assigning it would set the prototype of the copy.
 */
function add(parts: Map<string, NeededParts>, [key, ...rest]: Path): boolean {
  if (key === undefined || key === '__proto__') return false
  const known = parts.get(key)
  if (known === 'all') return true
  const below = known ?? new Map<string, NeededParts>()
  parts.set(key, below)
  // An index or a length needs the whole array.
  const isWhole = rest.length === 0 || /^(?:\d+|length)$/.test(rest[0] ?? '') || !add(below, rest)
  if (isWhole) parts.set(key, 'all')
  return true
}

function pathsOfTrigger(condition: object): Path[] {
  if ('children' in condition) return (condition.children as object[]).flatMap(pathsOfTrigger)
  const { type = '', name = '' } = condition as { type?: string; name?: string }
  const root = ROOTS[type]
  if (root !== undefined) return [[root, ...(name.includes('[') ? [] : segments(name))]]
  return type === 'name' || type === 'userId' ? [[type]] : []
}

function pathsOfMapping(mapping: unknown): Path[] {
  if (Array.isArray(mapping)) return mapping.flatMap(pathsOfMapping)
  if (!isRecord(mapping)) return []
  const keys = Object.keys(mapping)
  const [directive, ...others] = keys.filter((key) => key !== '_metadata')
  if (directive?.startsWith('@') && others.length === 0) return pathsOfDirective(directive, mapping[directive])
  return keys.some((key) => key.startsWith('@')) ? WHOLE : Object.values(mapping).flatMap(pathsOfMapping)
}

function pathsOfDirective(directive: string, value: unknown): Path[] {
  if (NESTING.includes(directive)) return pathsOfMapping(value)
  if (directive === '@path' && typeof value === 'string') return [segments(value.replace('$.', ''))]
  if (directive === '@template' && typeof value === 'string') return pathsOfTemplate(value)
  if (directive === '@arrayPath' && Array.isArray(value)) return pathsOfArray(value[0], value[1])
  return WHOLE
}

function pathsOfTemplate(template: string): Path[] {
  if (template.includes('{{{')) return WHOLE
  return [...template.matchAll(/\{\{([^}]+)\}\}/g)].map(([, path = '']) => segments(path.trim()))
}

/**
 * The paths in an item's shape are relative to the item. Without a shape, the value is the array itself. A shape
 * without paths needs the array for the number of items.
 */
function pathsOfArray(root: unknown, shape: unknown): Path[] {
  const path = isRecord(root) ? root['@path'] : root
  if (typeof path !== 'string') return WHOLE
  const base = segments(path.replace('$.', ''))
  const inner = isRecord(shape) ? pathsOfMapping(shape) : []
  return inner.length === 0 ? [base] : inner.map((below) => [...base, ...below])
}

/** Splits a path in the same way as actions-core's `get`. */
function segments(path: string): Path {
  return path
    .split(/\[(?="|'|\d)|\.|(?<="|'|\d)]+/g)
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/'|"/g, ''))
}
