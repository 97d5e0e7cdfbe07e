import { isHashed } from '../../shared/identity/normalise'
import { isPersonal } from '../../shared/payload/clean-url'
import type { ExplainedMapping, Explanation } from './types'

/** The kind of personal data, by the key that holds it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^email(?:_addresses)?$/, 'email'],
  [/^phone(?:_numbers?)?$/, 'phone number'],
  [/^(?:external_ids?|user_id)$/, 'external ID'],
  [/^(?:first|last|full)_name$/, 'name'],
  [/^(?:address|city|state|country|zip_code|postal_code|region)$/, 'place'],
  [/^(?:ip|user_agent|ttclid|ttp|lead_id|vin)$/, 'identifier'],
  [/^(?:url|referrer)$/, 'URL'],
  [/^trait$/, 'trait']
]

/**
 * Removes personal data from an explanation. It replaces each personal value with its kind and length (`email, 17
 * characters`), and a hash with its first 8 digits. It recognises personal data by the field that holds it. All traits
 * are personal. In other fields it recognises only a value that is an email address or an international phone number as
 * a whole.
 */
export function redact(explanation: Explanation): Explanation {
  return {
    ...explanation,
    mappings: explanation.mappings.map((mapping): ExplainedMapping => {
      const { payload, request, values } = mapping
      return {
        ...mapping,
        ...(payload !== undefined && { payload: hide(payload) }),
        ...(request !== undefined && { request: hide(request) as typeof request }),
        values: values.map((value) => ({
          ...value,
          ...('given' in value && { given: hide(value.given, keyOf(value.field)) }),
          ...('sent' in value && { sent: hide(value.sent, keyOf(value.field)) })
        }))
      }
    }),
    ...(explanation.nearest && {
      nearest: explanation.nearest.map((near) => ({ ...near, failed: near.failed.map(hideActual) }))
    })
  }
}

/**
 * The key that tells the kind of a field's value, in snake case. Every property of an address gets `address`. The trait
 * `name` gets `full_name`, because the key `name` may also be that of a page or a product. A trait that no other kind
 * describes gets `trait`.
 */
function keyOf(field: string): string {
  if (/(?:^|\.)address\./.test(field)) return 'address'
  if (/(?:^|\.)traits\.name$/.test(field)) return 'full_name'
  const [key = ''] = /[^.[\]]+$/.exec(field.replace(/\[\d+\]/g, '')) ?? []
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return kindOf(name) === undefined && /(?:^|\.)traits\./.test(field) ? 'trait' : name
}

function kindOf(key: string): string | undefined {
  return KINDS.find(([pattern]) => pattern.test(key))?.[1]
}

/**
 * Replaces personal data with its kind and length, and a hash with its first 8 digits.
 * @param key the key that holds the value
 */
export function hide(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => hide(item, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, property]) => [name, hide(property, name)]))
  }
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const text = String(value)
  if (isHashed(text.trim())) return `${text.trim().slice(0, 8)}…`
  const kind = kindOf(key) ?? (isPersonal(text) ? 'personal data' : undefined)
  return kind === undefined || text === '' ? value : `${kind}, ${text.length} characters`
}

/** Hides the event's value in a failed condition, e.g. `traits.first_name is "Mia"; the trigger says = "Lee"`. */
function hideActual(condition: string): string {
  return condition.replace(
    /^(.+?) is ("(?:[^"\\]|\\.)*"|[-\d.e+]+)(?=; the trigger says )/,
    (_, field: string, value: string) => {
      return `${field} is ${JSON.stringify(hide(JSON.parse(value), keyOf(field)))}`
    }
  )
}
