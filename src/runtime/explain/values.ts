import { toText } from '../../shared/coerce'
import type { Fields } from '../field-schema'
import { COERCE_REASONS } from '../../shared/coerce-reasons'
import type { Reason } from '../../shared/reason'
import type { Leaf } from './leaves'
import { FIELD_REASONS, FORM_REASONS } from './reasons'
import { isMissing } from './trace'
import type { ExplainedValue } from './types'
import { ruleOf, type ValueContext } from './value-rules'

/** The fields that TikTok uses to match people. */
const MATCH_KEYS = [
  'email',
  'email_addresses',
  'phone_number',
  'phone_numbers',
  'external_id',
  'external_ids',
  'first_name',
  'last_name',
  'address.city',
  'address.state',
  'address.country',
  'address.zip_code',
  'ttclid',
  'ttp',
  'ip',
  'user_agent'
]

/**
 * Explains each value of one event: every mapped value, and every match key of the action.
 * @param leaves the values of the mapping
 * @param fields the fields of the action
 * @param context the payload and the built event
 */
export function explainValues(leaves: readonly Leaf[], fields: Fields, context: ValueContext): ExplainedValue[] {
  const names = leaves.map(({ field }) => field.replace(/\[\d+\]/g, ''))
  const unmapped = MATCH_KEYS.filter((key) => {
    const [field = '', property] = key.split('.')
    const known = property === undefined ? fields[field] : fields[field]?.properties?.[property]
    return known !== undefined && !names.some((name) => name === field || `${name}.`.startsWith(`${key}.`))
  })
  const payloadFields = fieldsInPayload(leaves)
  return [
    ...leaves.map((leaf, index) => explainValue(leaf, payloadFields[index] ?? leaf.field, fields, context)),
    ...unmapped.map((field) => {
      // The click ID in the Page URL is sent even if the mapping has none.
      const explained = explainValue({ field, given: undefined, sources: [] }, field, fields, context)
      return explained.sent === undefined ? { field, ...FIELD_REASONS.unmapped } : explained
    })
  ]
}

/**
 * The field of each leaf, with the item's index in the payload. Empty items are removed from the payload, so the items
 * after them have lower indexes.
 */
function fieldsInPayload(leaves: readonly Leaf[]): string[] {
  let removed = 0
  return leaves.map(({ field, given }) => {
    if (/^contents\[\d+\]$/.test(field) && (given === undefined || given === null || given === '')) removed += 1
    return field.replace(/^contents\[(\d+)\]/, (_, index) => `contents[${Number(index) - removed}]`)
  })
}

function explainValue(
  { field, given, sources }: Leaf,
  payloadField: string,
  fields: Fields,
  context: ValueContext
): ExplainedValue {
  const from = sources.length > 0 ? { from: sources.join(' or ') } : undefined
  const origin = { field, ...from, ...(given !== undefined && { given }) }
  if (!isKnown(field, fields)) return { ...origin, ...FIELD_REASONS.unknown }

  const { sent, reason, note } = ruleOf(field)(given, context, payloadField)
  if (context.outgoing === undefined) {
    const dropped = sent === undefined && !isEmpty(given) && !isForm(reason) ? reason : undefined
    return { ...origin, ...(dropped ?? (isEmpty(given) ? COERCE_REASONS.missing : FIELD_REASONS.refused)) }
  }
  if (sent === undefined) return { ...origin, ...(reason ?? COERCE_REASONS.missing) }
  if (sent === given) return { ...origin, sent, ...note }
  return { ...origin, sent, ...(note ?? formOf(given, sent) ?? reason ?? FORM_REASONS.converted) }
}

/** Whether the action has the field and its property, e.g. `address.city`. Deeper keys are not checked. */
function isKnown(field: string, fields: Fields): boolean {
  const [name = '', property] = field.replace(/\[\d+\]/g, '').split('.')
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (known === undefined) return false
  return property === undefined || known.properties === undefined || Object.hasOwn(known.properties, property)
}

/** Whether a reason describes the form in which a value would be sent, rather than why it is left out. */
function isForm(reason: Reason | undefined): boolean {
  return Object.values<Reason | undefined>(FORM_REASONS).includes(reason)
}

/** Explains a change of form that can happen in any field. */
function formOf(given: unknown, sent: unknown): Reason | undefined {
  if (typeof given === 'string' && given.trim() === sent) return FORM_REASONS.trimmed
  return !isMissing(given) && toText(given) === toText(sent) ? FORM_REASONS.converted : undefined
}

function isEmpty(value: unknown): boolean {
  return isMissing(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}
