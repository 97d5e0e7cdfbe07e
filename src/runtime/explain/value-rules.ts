import { isRecord, toText } from '../../shared/coerce'
import { explainBoolean, explainText } from '../../shared/coerce-reasons'
import { explainEventName } from '../../shared/event-name-reasons'
import type { OutgoingEvent } from '../../shared/events-api/request'
import { explainCountry } from '../../shared/identity/country-reasons'
import { buildMatchKeys, type MatchKeys, type Person, phoneCountryOf } from '../../shared/identity/match-keys'
import { explainEmail, explainName, explainPlace, explainZipCode } from '../../shared/identity/normalise-reasons'
import { explainPhone, PHONE_REASONS } from '../../shared/identity/phone-reasons'
import { serverMatchKeyRules } from '../../shared/identity/server-match-keys'
import { explainUrl } from '../../shared/payload/clean-url-reasons'
import { buildContents } from '../../shared/payload/contents'
import { CONTENT_TYPE_REASONS, explainContentId, explainItem } from '../../shared/payload/contents-reasons'
import { EVENT_REASONS } from '../../shared/payload/event-reasons'
import { TIMESTAMP_REASONS } from '../../shared/payload/timestamp-reasons'
import { explainBlock, explainPair } from '../../shared/payload/travel-and-vehicle-reasons'
import { explainClickId, explainIp } from '../../shared/payload/user-reasons'
import { explainValue } from '../../shared/payload/value-reasons'
import type { Reason } from '../../shared/reason'
import { FIELD_REASONS, FORM_REASONS, formOfHashed } from './reasons'
import { isMissing } from './trace'

type UnknownRecord = Readonly<Record<string, unknown>>

/** The context in which the values of one event are explained. */
export interface ValueContext {
  /** The payload after its validation; empty if the validation refuses it. */
  readonly payload: UnknownRecord
  /** The event as it was built; undefined if it is refused. */
  readonly outgoing: OutgoingEvent | undefined
  readonly defaultPhoneCountry: string | undefined
  readonly contentIdMode: string | undefined
}

/** The value that is sent, if any, and why it is left out or changed. */
export interface RuleResult {
  readonly sent?: unknown
  readonly reason?: Reason | undefined
  /** A reason that is shown even if the value is sent unchanged. */
  readonly note?: Reason | undefined
}

/** Explains one value; `field` is its field in the payload, e.g. `contents[0].price`. */
type ValueRule = (given: unknown, context: ValueContext, field: string) => RuleResult

const toRecord = (value: unknown): UnknownRecord => (isRecord(value) ? value : {})
const eventOf = ({ outgoing }: ValueContext): UnknownRecord => outgoing?.event ?? {}
const propertiesOf = (context: ValueContext): UnknownRecord => toRecord(eventOf(context)['properties'])
const userOf = (context: ValueContext): UnknownRecord => toRecord(eventOf(context)['user'])
const keyOf = (field: string): string => /[^.]*$/.exec(field.replace(/\[\d+\]$/, ''))?.[0] ?? ''

/**
 * Returns the reason only if the event is sent, because the reason depends on values that a refused event may lack, or
 * says what is sent instead.
 */
const ifSent = ({ outgoing }: ValueContext, reason: Reason | undefined): Reason | undefined =>
  outgoing === undefined ? undefined : reason

/** The rule for a match key that may have several values. Each value is hashed separately. */
function matchKeyRule(
  personKey: 'email' | 'phone_number' | 'external_id',
  matchKey: keyof MatchKeys,
  explain: (value: string, country: string | undefined, context: ValueContext) => Reason | undefined
): ValueRule {
  return (given, context) => {
    const { payload, defaultPhoneCountry } = context
    const text = toText(given)
    if (text === undefined) return { reason: explainText(given) }
    const person = { address: toRecord(payload['address']), [personKey]: [text] } as Person
    const [sent] = [buildMatchKeys(person, serverMatchKeyRules, defaultPhoneCountry)?.[matchKey]].flat()
    const country = phoneCountryOf(person, serverMatchKeyRules, defaultPhoneCountry)
    return { sent, reason: explain(text, country, context) ?? formOfHashed(text) }
  }
}

/** The rule for a value that is sent under this key of `user`. */
function userRule(key: string, explain: (text: string, context: ValueContext) => Reason | undefined): ValueRule {
  return (given, context) => {
    const text = toText(given)
    return { sent: userOf(context)[key], reason: text === undefined ? explainText(given) : explain(text, context) }
  }
}

const propertyRule: ValueRule = (given, context, field) => {
  const sent = propertiesOf(context)[keyOf(field)]
  // If the property is a list, the given value is one of its texts.
  return { sent: Array.isArray(sent) ? toText(given) : sent }
}

const itemRule: ValueRule = (given, { payload, contentIdMode }, field) => {
  // A field without a key is an item that is not an object (`contents[0]`), or a missing or empty list (`contents`).
  if (!field.includes('.')) return isMissing(given) || Array.isArray(given) ? {} : { reason: explainItem(given) }
  const key = keyOf(field)
  if (key === 'product_id' || key === 'variant_id' || key === 'sku') return { reason: FIELD_REASONS.modeOnly }
  const index = Number(/\[(\d+)\]/.exec(field)?.[1] ?? 0)
  const items: unknown = payload['contents']
  const item: unknown = Array.isArray(items) ? items[index] : undefined
  // The payload is empty if the validation refuses the event.
  if (item === undefined) return {}
  const [built] = buildContents([item], contentIdMode) ?? []
  const note = key === 'content_id' ? explainContentId(toRecord(item), contentIdMode) : undefined
  return { sent: toRecord(built)[key], reason: explainItem(item, contentIdMode), note }
}

const blockRule: ValueRule = (given, context, field) => {
  const name = field.startsWith('travel') ? 'travel_fields' : 'vehicle_fields'
  if (context.outgoing === undefined) return {}
  const dropped = explainBlock(name, context.payload, context.outgoing.source === 'web')
  if (dropped !== undefined) return { reason: dropped }
  const key = keyOf(field)
  const properties = propertiesOf(context)
  const [min, max] = [properties['preferred_price_range']].flat()
  const pairs: UnknownRecord = {
    mileage_value: toRecord(properties['mileage'])['value'],
    mileage_unit: toRecord(properties['mileage'])['unit'],
    preferred_price_range_min: min,
    preferred_price_range_max: max
  }
  const { sent } = propertyRule(given, context, field)
  return { sent: Object.hasOwn(pairs, key) ? pairs[key] : sent, reason: explainPair(key, context.payload) }
}

const leadRule: ValueRule = (_, context, field) => ({
  sent: toRecord(eventOf(context)['lead'])[keyOf(field)],
  reason: context.outgoing?.source === 'crm' ? undefined : ifSent(context, EVENT_REASONS.notCrm)
})

const pageRule: ValueRule = (given, context, field) => ({
  sent: toRecord(eventOf(context)['page'])[field],
  reason: ifSent(context, explainUrl(toText(given) ?? ''))
})

const notSentRule: ValueRule = () => ({ reason: FIELD_REASONS.notSent })

const email = matchKeyRule('email', 'email', explainEmail)
const phone = matchKeyRule('phone_number', 'phone', (text, country, context) => {
  const reason = explainPhone(text, country)
  const dependsOnCountry = reason === PHONE_REASONS.noCallingCode || reason === PHONE_REASONS.notOfCountry
  // If the validation refuses the event, the country of its address is unknown here.
  return dependsOnCountry && Object.keys(context.payload).length === 0 ? undefined : reason
})
const externalId = matchKeyRule('external_id', 'external_id', () => undefined)
const name = (key: string) => userRule(key, (text) => explainName(text) ?? formOfHashed(text))
const place = (key: string) => userRule(key, (text) => explainPlace(text) ?? FORM_REASONS.place)
const unchanged = (key: string) => userRule(key, () => undefined)

const FIELD_RULES: Readonly<Record<string, ValueRule>> = {
  email,
  email_addresses: email,
  phone_number: phone,
  phone_numbers: phone,
  external_id: externalId,
  external_ids: externalId,
  first_name: name('first_name'),
  last_name: name('last_name'),
  'address.city': place('city'),
  'address.state': place('state'),
  'address.country': userRule('country', (text) => explainCountry(text) ?? FORM_REASONS.country),
  'address.zip_code': userRule('zip_code', (text) => explainZipCode(text) ?? formOfHashed(text)),
  ttclid: (given, context) => ({
    sent: userOf(context)['ttclid'],
    reason: ifSent(context, explainClickId(toText(given), context.payload['url'])) ?? explainText(given)
  }),
  ttp: unchanged('ttp'),
  ip: userRule('ip', explainIp),
  user_agent: unchanged('user_agent'),
  locale: unchanged('locale'),
  lead_id: unchanged('lead_id'),
  url: pageRule,
  referrer: pageRule,
  event: (given, context) => ({ sent: eventOf(context)['event'], reason: ifSent(context, explainEventName(given)) }),
  event_id: (_, context) => ({ sent: eventOf(context)['event_id'] }),
  timestamp: (given, context) => ({
    sent: eventOf(context)['event_time'],
    reason: toText(given) === undefined ? TIMESTAMP_REASONS.missing : FORM_REASONS.seconds
  }),
  limited_data_use: (given, context) => {
    const sent = eventOf(context)['limited_data_use']
    const reason = explainBoolean(context.payload['limited_data_use'] ?? given)
    return { sent, reason: reason && sent === false ? EVENT_REASONS.limitedDataUseFalse : reason }
  },
  test_event_code: (_, { outgoing }) => ({ sent: outgoing?.testEventCode }),
  event_source: (_, { outgoing }) => ({ sent: outgoing?.source, reason: FORM_REASONS.web }),
  event_spec_type: notSentRule,
  enable_batching: notSentRule,
  batch_size: notSentRule,
  content_type: (given, context) => ({
    sent: propertiesOf(context)['content_type'],
    reason: explainText(given) ?? ifSent(context, CONTENT_TYPE_REASONS.noContents)
  }),
  currency: (given, context) => ({
    sent: propertiesOf(context)['currency'],
    reason: explainText(given) ?? FORM_REASONS.upperCase
  }),
  value: (given, context) => ({
    sent: propertiesOf(context)['value'],
    reason: explainValue(
      // The framework converts some values, such as true to 1.
      context.payload['value'] ?? given,
      buildContents(context.payload['contents'], context.contentIdMode),
      toText(eventOf(context)['event'])
    )
  })
}

/** The rules for all properties of a field. */
const BLOCK_RULES: Readonly<Record<string, ValueRule>> = {
  contents: itemRule,
  travel_fields: blockRule,
  vehicle_fields: blockRule,
  lead_fields: leadRule
}

/**
 * The rule for a field, e.g. `contents[0].price`. A field without a rule of its own is sent as the property with the
 * same name.
 */
export function ruleOf(field: string): ValueRule {
  const plain = field.replace(/\[\d+\]/g, '')
  return FIELD_RULES[plain] ?? BLOCK_RULES[plain.split('.', 1)[0] ?? ''] ?? propertyRule
}
