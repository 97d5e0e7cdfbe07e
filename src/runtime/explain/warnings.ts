import { isRecord, toText } from '../../shared/coerce'
import type { OutgoingEvent } from '../../shared/events-api/request'
import { isPersonal } from '../../shared/payload/clean-url'
import type { Reason } from '../../shared/reason'
import { IDENTIFYING_KEYS } from './identifying-keys'
import type { ExplainedValue } from './types'

const DAY = 86_400

/** TikTok does not attribute older events. Source: TikTok, "Events API 2.0: Payload". */
const MAX_AGE_DAYS = 28

/** The names of standard events that TikTok renames. Source: TikTok, "Supported Web Events". */
const RENAMED: Readonly<Record<string, string>> = {
  Checkout: 'PlaceAnOrder',
  Registration: 'CompleteRegistration',
  StartCheckout: 'InitiateCheckout',
  CompletePayment: 'Purchase',
  Browse: 'PageView'
}

/** Up to 50 letters, digits, `_` and `-`, starting with a letter. */
const NAME = /^[a-z][\w-]{0,49}$/i

/** The fields that may hold personal data: those for an email address or a phone number, and the URLs. */
const FOR_PERSONAL_DATA = /^(?:email|phone|url$|referrer$)/

const currencies = new Set(Intl.supportedValuesOf('currency'))

interface CheckInput {
  readonly outgoing: OutgoingEvent
  readonly event: Readonly<Record<string, unknown>>
  readonly user: Readonly<Record<string, unknown>>
  readonly properties: Readonly<Record<string, unknown>>
  readonly values: readonly ExplainedValue[]
  /** In seconds since 1970. */
  readonly now: number
}

type Check = (input: CheckInput) => Reason | undefined

const CHECKS: readonly Check[] = [
  ({ event }) =>
    warnIf(event['event_id'] === undefined, {
      reason: 'The event has no event ID, so TikTok cannot drop duplicates.',
      remedy: 'Map the message ID to Event ID.'
    }),
  ({ user, event }) =>
    warnIf(!IDENTIFYING_KEYS.some((key) => key in user) && !('lead' in event), {
      reason: 'The event has no match key that identifies a person, so TikTok cannot match it.',
      remedy: 'Map an email address, a phone number, an external ID or the click ID.'
    }),
  ({ event, now }) =>
    warnIf(Number(event['event_time']) < now - MAX_AGE_DAYS * DAY, {
      reason: `The event is older than ${MAX_AGE_DAYS} days, and TikTok does not attribute older events.`,
      remedy: 'Send events soon after they happen.'
    }),
  ({ event, now }) =>
    warnIf(Number(event['event_time']) > now, {
      reason: 'The time of the event is in the future.',
      remedy: 'Check the clock that sets the timestamp, and its time zone.'
    }),
  ({ properties: { value, currency } }) =>
    warnIf(value !== undefined && currency === undefined, {
      reason: 'The event has a value but no currency, so TikTok cannot count the value.',
      remedy: 'Map the currency.'
    }),
  ({ properties: { currency } }) =>
    warnIf(typeof currency === 'string' && !currencies.has(currency), {
      reason: 'The currency is not an ISO 4217 code.',
      remedy: 'Map a three-letter code, e.g. USD.'
    }),
  ({ properties: { contents } }) =>
    warnIf(Array.isArray(contents) && contents.some((item) => !isRecord(item) || item['content_id'] === undefined), {
      reason: 'An item has no content ID, so TikTok cannot find it in the catalog.',
      remedy: "Map the item's ID in the catalog to Content ID."
    }),
  ({ values }) => {
    const misplaced = values.find(
      ({ field, given }) => !FOR_PERSONAL_DATA.test(field) && isPersonal(toText(given) ?? '')
    )
    return warnIf(misplaced !== undefined, {
      reason: `The field ${misplaced?.field ?? ''} holds an email address or a phone number, which does not belong there.`,
      remedy: 'Map it to Email or Phone Number, where it is normalised and hashed as TikTok expects.'
    })
  },
  ({ outgoing }) =>
    warnIf(outgoing.testEventCode !== undefined, {
      reason: 'A test event code is set, so TikTok shows the event as a test and does not count it.',
      remedy: 'Remove the test event code in production.'
    }),
  ({ event: { event } }) =>
    warnIf(!NAME.test(String(event)), {
      reason: 'The event name is invalid: TikTok allows up to 50 letters, digits, _ and -, starting with a letter.',
      remedy: 'Map another name.'
    }),
  ({ event: { event } }) => {
    const renamed = Object.hasOwn(RENAMED, String(event)) ? RENAMED[String(event)] : undefined
    return warnIf(renamed !== undefined, {
      reason: `TikTok shows the event as ${renamed ?? ''}.`,
      remedy: 'Look for it under that name in TikTok Events Manager.'
    })
  }
]

function warnIf(condition: boolean, warning: Reason): Reason | undefined {
  return condition ? warning : undefined
}

/**
 * Finds likely mistakes in an event that can be sent.
 * @param outgoing the TikTok event
 * @param values the values that it was built from
 * @param now the clock, in milliseconds since 1970
 */
export function warningsOf(outgoing: OutgoingEvent, values: readonly ExplainedValue[], now: number): Reason[] {
  const event: Readonly<Record<string, unknown>> = outgoing.event
  const { user, properties } = event
  const input: CheckInput = {
    outgoing,
    event,
    user: isRecord(user) ? user : {},
    properties: isRecord(properties) ? properties : {},
    values,
    now: now / 1000
  }
  return CHECKS.flatMap((check) => check(input) ?? [])
}
