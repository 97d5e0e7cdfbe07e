import { isRecord, toText } from '../../shared/coerce'
import type { OutgoingEvent } from '../../shared/events-api/request'
import { isPersonal } from '../../shared/payload/clean-url'
import type { Reason } from '../../shared/reason'
import { IDENTIFYING_KEYS } from './identifying-keys'
import type { ExplainedValue } from './types'

const DAY = 86_400

/** TikTok does not attribute older events. Source: TikTok, "Events API 2.0: Payload". */
const OLDEST_DAYS = 28

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

/** Fields for an email address or a phone number, and the URLs, from which both are removed. */
const FOR_PERSONAL_DATA = /^(?:email|phone|url$|referrer$)/

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** The input of a warning's check. */
interface WarningInput {
  readonly outgoing: OutgoingEvent
  readonly event: Readonly<Record<string, unknown>>
  readonly user: Readonly<Record<string, unknown>>
  readonly properties: Readonly<Record<string, unknown>>
  readonly values: readonly ExplainedValue[]
  /** In seconds since 1970. */
  readonly now: number
}

type Warning = (input: WarningInput) => Reason | undefined

const WARNINGS: readonly Warning[] = [
  ({ event }) =>
    when(event['event_id'] === undefined, {
      reason: 'The event has no event ID, so TikTok cannot drop its copies.',
      remedy: 'Map the message ID to Event ID.'
    }),
  ({ user, event }) =>
    when(!IDENTIFYING_KEYS.some((key) => key in user) && !('lead' in event), {
      reason: 'The event has no match key, so TikTok finds nobody for it.',
      remedy: 'Map an email address, a phone number, an external ID or the click ID.'
    }),
  ({ event, now }) =>
    when(Number(event['event_time']) < now - OLDEST_DAYS * DAY, {
      reason: `The event is older than ${OLDEST_DAYS} days, and TikTok attributes nothing older.`,
      remedy: 'Send events soon after they happen.'
    }),
  ({ event, now }) =>
    when(Number(event['event_time']) > now, {
      reason: 'The event lies in the future.',
      remedy: 'Check the clock that made the timestamp, and its time zone.'
    }),
  ({ properties: { value, currency } }) =>
    when(value !== undefined && currency === undefined, {
      reason: 'The event has a value and no currency, so TikTok cannot count the value.',
      remedy: 'Map the currency.'
    }),
  ({ properties: { currency } }) =>
    when(typeof currency === 'string' && !currencies.has(currency), {
      reason: 'The currency is no ISO 4217 code.',
      remedy: 'Map a code of three letters, e.g. USD.'
    }),
  ({ properties: { contents } }) =>
    when(Array.isArray(contents) && contents.some((item) => !isRecord(item) || item['content_id'] === undefined), {
      reason: 'An item has no content ID, so TikTok finds no product of the catalog for it.',
      remedy: 'Map the ID that the catalog has to Content ID.'
    }),
  ({ values }) => {
    const misplaced = values.find(
      ({ field, given }) => !FOR_PERSONAL_DATA.test(field) && isPersonal(toText(given) ?? '')
    )
    return when(misplaced !== undefined, {
      reason: `An email address or a phone number is in the field ${misplaced?.field ?? ''}, which is not for it.`,
      remedy: 'Map it to Email or Phone Number, where it is normalised and hashed as TikTok expects it.'
    })
  },
  ({ outgoing }) =>
    when(outgoing.testEventCode !== undefined, {
      reason: 'A test event code is set, so the event is shown as a test and not counted.',
      remedy: 'Remove the test event code for real traffic.'
    }),
  ({ event: { event } }) =>
    when(!NAME.test(String(event)), {
      reason: 'The event name is beyond the limits of TikTok: 50 letters, digits, _ and -, a letter first.',
      remedy: 'Map another name.'
    }),
  ({ event: { event } }) => {
    const renamed = Object.hasOwn(RENAMED, String(event)) ? RENAMED[String(event)] : undefined
    return when(renamed !== undefined, {
      reason: `TikTok shows the event as ${renamed ?? ''}.`,
      remedy: 'Look for it under that name in TikTok Events Manager.'
    })
  }
]

function when(holds: boolean, reason: Reason): Reason | undefined {
  return holds ? reason : undefined
}

/**
 * Finds likely mistakes in an event that is sent.
 * @param outgoing the TikTok event
 * @param values the values that it was built from
 * @param now the clock, in milliseconds since 1970
 */
export function warningsOf(outgoing: OutgoingEvent, values: readonly ExplainedValue[], now: number): Reason[] {
  const event: Readonly<Record<string, unknown>> = outgoing.event
  const { user, properties } = event
  const input: WarningInput = {
    outgoing,
    event,
    user: isRecord(user) ? user : {},
    properties: isRecord(properties) ? properties : {},
    values,
    now: now / 1000
  }
  return WARNINGS.flatMap((warning) => warning(input) ?? [])
}
