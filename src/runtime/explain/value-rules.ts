import { isRecord, toText } from '../../shared/coerce'
import { explainBoolean, explainText } from '../../shared/coerce-reasons'
import { explainEventName } from '../../shared/event-name-reasons'
import type { OutgoingEvent } from '../../shared/events-api/request'
import { explainCountry } from '../../shared/identity/country-reasons'
import { buildMatchKeys, type MatchKeys, type Person, phoneCountryOf } from '../../shared/identity/match-keys'
import { explainEmail, explainName, explainPlace, explainZipCode } from '../../shared/identity/normalise-reasons'
import { explainPhone } from '../../shared/identity/phone-reasons'
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

type Block = Readonly<Record<string, unknown>>

/** The context in which the values of one event are explained. */
export interface ValueContext {
  /** The payload after its validation; empty if the validation refuses it. */
  readonly payload: Block
  /** The event as it was built; undefined if it is refused. */
  readonly outgoing: OutgoingEvent | undefined
  readonly defaultPhoneCountry: string | undefined
  readonly contentIdMode: string | undefined
}

/** The value that is sent, and why it is left out or changed. */
export interface RuleResult {
  readonly sent?: unknown
  readonly why?: Reason | undefined
}

/** Explains one value; `field` is the field of its leaf, e.g. `contents[0].price`. */
type ValueRule = (given: unknown, context: ValueContext, field: string) => RuleResult

const block = (value: unknown): Block => (isRecord(value) ? value : {})
const eventOf = ({ outgoing }: ValueContext): Block => outgoing?.event ?? {}
const propertiesOf = (context: ValueContext): Block => block(eventOf(context)['properties'])
const userOf = (context: ValueContext): Block => block(eventOf(context)['user'])
const keyOf = (field: string): string => /[^.]*$/.exec(field.replace(/\[\d+\]$/, ''))?.[0] ?? ''

/** The rule for a match key that may have several values. Each value is hashed separately. */
function hashed(
  personKey: 'email' | 'phone_number' | 'external_id',
  matchKey: keyof MatchKeys,
  explain: (value: string, country: string | undefined) => Reason | undefined
): ValueRule {
  return (given, { payload, defaultPhoneCountry }) => {
    const text = toText(given)
    if (text === undefined) return { why: explainText(given) }
    const person = { address: block(payload['address']), [personKey]: [text] } as Person
    const [sent] = [buildMatchKeys(person, serverMatchKeyRules, defaultPhoneCountry)?.[matchKey]].flat()
    const country = phoneCountryOf(person, serverMatchKeyRules, defaultPhoneCountry)
    return { sent, why: explain(text, country) ?? formOfHashed(text) }
  }
}

/** The rule for a value that is sent under this key of `user`. */
function ofUser(key: string, explain: (text: string, context: ValueContext) => Reason | undefined): ValueRule {
  return (given, context) => {
    const text = toText(given)
    return { sent: userOf(context)[key], why: text === undefined ? explainText(given) : explain(text, context) }
  }
}

const ofProperties: ValueRule = (given, context, field) => {
  const sent = propertiesOf(context)[keyOf(field)]
  return { sent: Array.isArray(sent) ? sent.find((item) => item === toText(given)) : sent }
}

const ofItem: ValueRule = (_, { payload, contentIdMode }, field) => {
  const key = keyOf(field)
  if (key === 'product_id' || key === 'variant_id' || key === 'sku') return { why: FIELD_REASONS.modeOnly }
  const index = Number(/\[(\d+)\]/.exec(field)?.[1] ?? 0)
  const items: unknown = payload['contents']
  const item: unknown = Array.isArray(items) ? items[index] : undefined
  const [built] = buildContents([item], contentIdMode) ?? []
  const ofId = key === 'content_id' ? explainContentId(block(item), contentIdMode) : undefined
  return { sent: block(built)[key], why: explainItem(item, contentIdMode) ?? ofId }
}

const ofBlock: ValueRule = (given, context, field) => {
  const name = field.startsWith('travel') ? 'travel_fields' : 'vehicle_fields'
  const dropped = explainBlock(name, context.payload, context.outgoing?.source === 'web')
  if (dropped !== undefined) return { why: dropped }
  const key = keyOf(field)
  const properties = propertiesOf(context)
  const [min, max] = [properties['preferred_price_range']].flat()
  const pairs: Block = {
    mileage_value: block(properties['mileage'])['value'],
    mileage_unit: block(properties['mileage'])['unit'],
    preferred_price_range_min: min,
    preferred_price_range_max: max
  }
  const { sent } = ofProperties(given, context, field)
  return { sent: Object.hasOwn(pairs, key) ? pairs[key] : sent, why: explainPair(key, context.payload) }
}

const ofLead: ValueRule = (_, context, field) => ({
  sent: block(eventOf(context)['lead'])[keyOf(field)],
  why: context.outgoing?.source === 'crm' ? undefined : EVENT_REASONS.notCrm
})

const ofPage: ValueRule = (given, context, field) => ({
  sent: block(eventOf(context)['page'])[field],
  why: explainUrl(toText(given) ?? '')
})

const notSent: ValueRule = () => ({ why: FIELD_REASONS.notSent })

const email = hashed('email', 'email', explainEmail)
const phone = hashed('phone_number', 'phone', explainPhone)
const externalId = hashed('external_id', 'external_id', () => undefined)
const name = (key: string) => ofUser(key, (text) => explainName(text) ?? formOfHashed(text))
const place = (key: string) => ofUser(key, (text) => explainPlace(text) ?? FORM_REASONS.place)
const asItIs = (key: string) => ofUser(key, () => undefined)

/** The rules by field. All other fields are properties of the event under their own names. */
const RULES: Readonly<Record<string, ValueRule>> = {
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
  'address.country': ofUser('country', (text) => explainCountry(text) ?? FORM_REASONS.country),
  'address.zip_code': ofUser('zip_code', (text) => explainZipCode(text) ?? formOfHashed(text)),
  ttclid: ofUser('ttclid', (text, { payload }) => explainClickId(text, payload['url'])),
  ttp: asItIs('ttp'),
  ip: ofUser('ip', explainIp),
  user_agent: asItIs('user_agent'),
  locale: asItIs('locale'),
  lead_id: asItIs('lead_id'),
  url: ofPage,
  referrer: ofPage,
  event: (given, context) => ({ sent: eventOf(context)['event'], why: explainEventName(given) }),
  event_id: (_, context) => ({ sent: eventOf(context)['event_id'] }),
  timestamp: (given, context) => ({
    sent: eventOf(context)['event_time'],
    why: toText(given) === undefined ? TIMESTAMP_REASONS.missing : FORM_REASONS.seconds
  }),
  limited_data_use: (given, context) => ({
    sent: eventOf(context)['limited_data_use'],
    why: explainBoolean(given) && EVENT_REASONS.limitedDataUseFalse
  }),
  test_event_code: (_, { outgoing }) => ({ sent: outgoing?.testEventCode }),
  event_source: (_, { outgoing }) => ({ sent: outgoing?.source, why: FORM_REASONS.web }),
  event_spec_type: notSent,
  enable_batching: notSent,
  batch_size: notSent,
  content_type: (_, context) => ({
    sent: propertiesOf(context)['content_type'],
    why: CONTENT_TYPE_REASONS.noContents
  }),
  currency: (_, context) => ({ sent: propertiesOf(context)['currency'], why: FORM_REASONS.upperCase }),
  value: (given, context) => ({
    sent: propertiesOf(context)['value'],
    why: explainValue(
      given,
      buildContents(context.payload['contents'], context.contentIdMode),
      toText(eventOf(context)['event'])
    )
  })
}

const BLOCKS: Readonly<Record<string, ValueRule>> = {
  contents: ofItem,
  travel_fields: ofBlock,
  vehicle_fields: ofBlock,
  lead_fields: ofLead
}

/** The rule for a field, e.g. `contents[0].price`. */
export function ruleOf(field: string): ValueRule {
  const plain = field.replace(/\[\d+\]/g, '')
  return RULES[plain] ?? BLOCKS[plain.split('.', 1)[0] ?? ''] ?? ofProperties
}
