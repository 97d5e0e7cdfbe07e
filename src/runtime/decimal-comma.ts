import { PayloadValidationError } from '@segment/actions-core'
import { isRecord } from '../shared/coerce'
import type { Fields } from './field-schema'

const DECIMAL_COMMA = /^\s*[-+]?\d{1,20}(?:[.\s]\d{3}){0,6},\d{1,20}\s*$/

type Field = Fields[string]

/** The error for the first number with a decimal comma, such as `"12,50"`; undefined if there is none. */
export function decimalCommaError(payload: unknown, fields: Fields): PayloadValidationError | undefined {
  const found = isRecord(payload) ? findIn(payload, fields, '') : undefined
  if (found === undefined) return undefined
  return new PayloadValidationError(
    `${found.label} (${found.place}) is "${found.text}". Decimal commas are not supported. Map a number, e.g. 12.5, or text with a decimal point, e.g. "12.50".`
  )
}

/** A number with a decimal comma, and the field that holds it. */
interface Found {
  readonly label: string
  readonly place: string
  readonly text: string
}

function findIn(values: Readonly<Record<string, unknown>>, fields: Fields, path: string): Found | undefined {
  for (const [key, field] of Object.entries(fields)) {
    const found = findAt(values[key], field, `${path}${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function findAt(value: unknown, field: Field, place: string): Found | undefined {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = findAt(item, field, `${place}[${index}]`)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (isRecord(value)) return findIn(value, ('properties' in field && field.properties) || {}, `${place}.`)
  const isNumber = field.type === 'number' || field.type === 'integer'
  if (!isNumber || typeof value !== 'string' || !DECIMAL_COMMA.test(value)) return undefined
  return { label: field.label, place, text: value.trim() }
}
