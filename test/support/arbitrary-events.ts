import type { InputField, SegmentEvent } from '@segment/actions-core'
import fc from 'fast-check'
import set from 'lodash/set'

/** The paths of the event that a mapping reads; for an array path, also those of its first item. */
export function pathsIn(mapping: unknown): string[] {
  if (typeof mapping !== 'object' || mapping === null) return []
  if ('@path' in mapping && typeof mapping['@path'] === 'string') return [mapping['@path'].replace('$.', '')]
  if ('@arrayPath' in mapping && Array.isArray(mapping['@arrayPath'])) {
    const [source, item] = mapping['@arrayPath'] as [string, unknown]
    const list = source.replace('$.', '')
    return list === 'properties'
      ? pathsIn(item).map((path) => `${list}.${path}`)
      : [list, ...pathsIn(item).map((path) => `${list}[0].${path}`)]
  }
  return [...new Set(Object.values(mapping).flatMap(pathsIn))]
}

/** Paths whose values are hashed before they are sent. */
const PERSONAL = /email|phone|(?:first|last)_?name|address\.postal|^userId|^anonymousId/i

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((all) => all.join(''))

const phone = fc.oneof(
  digits(9, 12).map((rest) => `+49${rest}`),
  digits(7, 7).map((rest) => `+1 (415) ${rest.slice(0, 3)}-${rest.slice(3)}`),
  digits(8, 8).map((rest) => `0151 ${rest}`),
  digits(8, 8).map((rest) => `0049 (0)151/${rest} ext. 7`)
)

/** Personal data that must not appear in bodies and errors. */
const secret = fc.oneof(
  fc.emailAddress().filter((address) => address.length > 8),
  phone
)

const usual = fc.oneof(
  fc.constantFrom(
    ...['', ' ', 'US', 'Germany', 'product', 'in_store', 'AWD', 'KM', 'eco', 'x', '8.8.8.8', '2026-11-19']
  ),
  fc.constantFrom<unknown>(null, 0, 1, 12.5, true, false),
  fc.webUrl({ withQueryParameters: true }),
  fc.constantFrom(...['1700000000', '2026-11-19T12:00:00Z', '?ttclid=click', 'Tomato 5'])
)

/** Any JSON value; most are usual values. */
const anything = fc.oneof(
  { weight: 6, arbitrary: usual },
  { weight: 1, arbitrary: fc.array(usual, { maxLength: 3 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) }
)
const ofPerson = fc.oneof(
  { weight: 4, arbitrary: secret },
  { weight: 1, arbitrary: fc.array(secret, { maxLength: 3 }) },
  { weight: 3, arbitrary: anything }
)

/** An event, and the personal data in it. */
export interface Case {
  event: SegmentEvent
  secrets: string[]
}

/** The paths of the event that the defaults of the fields read, each with its field. */
function fieldsByPath(fields: Readonly<Record<string, InputField>>): Map<string, InputField> {
  const found = new Map<string, InputField>()
  for (const field of Object.values(fields)) {
    for (const path of field.type === 'object' ? [] : pathsIn(field.default)) found.set(path, field)
    for (const [key, property] of Object.entries(field.properties ?? {})) {
      const defaults = (field.default ?? {}) as Readonly<Record<string, unknown>>
      for (const path of pathsIn(defaults[key])) found.set(path, { ...property, description: '' })
    }
  }
  return found
}

/** Values that pass the framework's validation at a path. */
function usableAt(path: string, field: InputField | undefined): fc.Arbitrary<unknown> {
  if (field?.choices) return fc.constantFrom(...field.choices.map((one) => (typeof one === 'string' ? one : one.value)))
  if (field?.type === 'boolean') return fc.boolean()
  if (field?.type === 'integer') return fc.integer()
  if (field?.type === 'number' || /price|quantity/.test(path)) return fc.oneof(fc.integer(), fc.double({ noNaN: true }))
  return PERSONAL.test(path) ? secret : usual.filter((one) => one !== null)
}

function valueAt(path: string, field: InputField | undefined): fc.Arbitrary<unknown> {
  // An event with one invalid value is refused, so most values are valid.
  const rather = (good: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 14, arbitrary: good }, { weight: 1, arbitrary: other })
  if (path === 'timestamp') return rather(fc.constant('2026-11-19T12:00:00Z'), fc.oneof(anything, secret))
  if (path === 'properties.lead_id') return rather(fc.constant('lead-1'), anything)
  const some = rather(usableAt(path, field), PERSONAL.test(path) ? ofPerson : anything)
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some })
}

/**
 * Track events with any values at the paths that a mapping reads; most are values that the fields accept.
 * @param mapping the mapping of a preset, or of all fields
 * @param fields the fields of the action
 */
export function eventsFor(mapping: unknown, fields: Readonly<Record<string, InputField>>): fc.Arbitrary<Case> {
  const byPath = fieldsByPath(fields)
  const values = fc.record(Object.fromEntries(pathsIn(mapping).map((path) => [path, valueAt(path, byPath.get(path))])))
  return values.map((chosen) => {
    const event: object = { type: 'track', messageId: 'message-1', properties: {}, context: {} }
    // Short paths first: an object before its properties.
    const entries = Object.entries(chosen).sort(([a], [b]) => a.length - b.length)
    for (const [path, value] of entries) if (value !== undefined) set(event, path, value)
    const personal = entries.filter(([path]) => PERSONAL.test(path) || path === 'timestamp').map(([, value]) => value)
    return { event: event as SegmentEvent, secrets: personal.flatMap(secretsIn) }
  })
}

/** The email addresses and phone numbers in a value, and the digits of each phone number. */
function secretsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(secretsIn)
  const isSecret = typeof value === 'string' && /^[^\s@]{1,}@[^\s@]{2,}$|^(?:\+49|\+1 \(|0151 |0049 \()\d/.test(value)
  if (!isSecret || value.length <= 8) return []
  return value.includes('@') ? [value] : [value, value.replace(/\D/g, '')]
}
