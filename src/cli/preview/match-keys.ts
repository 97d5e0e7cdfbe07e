import type { ExplainedValue } from '../../runtime'

/** The labels of the fields that TikTok matches people by. */
const LABELS: Readonly<Record<string, string>> = {
  email: 'email',
  email_addresses: 'email',
  phone_number: 'phone',
  phone_numbers: 'phone',
  external_id: 'external id',
  external_ids: 'external id',
  first_name: 'first name',
  last_name: 'last name',
  'address.city': 'city',
  'address.state': 'state',
  'address.country': 'country',
  'address.zip_code': 'zip code',
  ttclid: 'click id',
  ttp: 'ttp cookie',
  ip: 'IP address',
  user_agent: 'user agent',
  'lead_fields.lead_id': 'lead id',
  lead_id: 'lead id'
}

/** The length of the longest label. */
export const LABEL_WIDTH = Math.max(...Object.values(LABELS).map((label) => label.length))

/** The label of a match key; undefined for any other field. */
export function matchKeyLabel({ field }: Pick<ExplainedValue, 'field'>): string | undefined {
  const name = field.replace(/\[\d+\]/g, '')
  return Object.hasOwn(LABELS, name) ? LABELS[name] : undefined
}

/** Whether the mapping gives a value for the field. Empty text and an empty array do not count. */
export function isGiven({ given }: ExplainedValue): boolean {
  return given !== undefined && given !== null && given !== '' && !(Array.isArray(given) && given.length === 0)
}

/** The IDs that Content ID Mode selects from. An ID that it does not select is not reported as left out. */
const OTHER_IDS = /^contents\[\d+\]\.(?:product_id|variant_id|sku)$/

/**
 * Whether a value of the event does not reach TikTok. A value without a path in the event, such as a fixed value of the
 * mapping, does not count.
 */
export function isLeftOut(value: ExplainedValue): boolean {
  return value.from !== undefined && isGiven(value) && !isSent(value) && !OTHER_IDS.test(value.field)
}

/** Whether a value reaches TikTok. */
export function isSent({ sent }: ExplainedValue): boolean {
  return sent !== undefined
}
