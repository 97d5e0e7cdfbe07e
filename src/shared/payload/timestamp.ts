import { PayloadValidationError } from '@segment/actions-core'
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { toText } from '../coerce'

dayjs.extend(utc)

/** Date, day of the month, time and zone. */
const ISO_8601 = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const SECONDS = /^\d{9,10}$/
const MILLISECONDS = /^\d{12,13}$/
const DAY = 86_400_000

/**
 * When an event happened. Source: TikTok, "Events API 2.0: Payload", `event_time`.
 * @param timestamp strict ISO 8601 (UTC when it names no zone), or the seconds (9 or 10 digits) or milliseconds (12 or
 * 13) since 1970, as number or text; now when it is missing or blank
 * @param now the clock, in milliseconds since 1970
 * @returns whole seconds since 1970
 * @throws PayloadValidationError for anything else, and for more than a day ahead of now
 */
export function toEventTime(timestamp: unknown, now: number): number {
  const given = toText(timestamp)
  const milliseconds = given === undefined && !isUnreadable(timestamp) ? now : parse(given ?? '')
  if (milliseconds === undefined || Number.isNaN(milliseconds)) {
    throw new PayloadValidationError(
      `Event Timestamp (timestamp) is ${describe(given)}, which is neither ISO 8601 nor the seconds or milliseconds since 1970. Map a field that holds the time of the event, or none for the time of sending.`
    )
  }
  if (milliseconds > now + DAY) {
    throw new PayloadValidationError(
      `Event Timestamp (timestamp) is ${dayjs(milliseconds).toISOString()}, more than a day ahead of now. TikTok takes past events only.`
    )
  }
  return Math.floor(milliseconds / 1000)
}

/** Missing is one thing, an object or an array another. */
function isUnreadable(timestamp: unknown): boolean {
  return typeof timestamp === 'object' && timestamp !== null
}

function parse(value: string): number | undefined {
  if (SECONDS.test(value)) return Number(value) * 1000
  if (MILLISECONDS.test(value)) return Number(value)
  const [, date, day, time = '00:00', zone = 'Z'] = ISO_8601.exec(value) ?? []
  if (date === undefined || !isCalendarDay(date, Number(day))) return undefined
  return Date.parse(`${date}T${time.replace(',', '.')}${colonsIn(zone)}`)
}

/** Dates roll over in silence: the 30th of February would become the 1st of March. */
function isCalendarDay(date: string, day: number): boolean {
  return day <= 28 || dayjs.utc(date).date() === day
}

/** `+02` and `+0200` as `+02:00`, the one form that every engine reads. */
function colonsIn(zone: string): string {
  return zone.length === 1 ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
}

/** What the value looks like. An address or a number mapped by mistake is personal data and stays out of the message. */
function describe(value: string | undefined): string {
  if (value === undefined) return 'not text'
  // Seven digits in a row, separated or not, may be a phone number, unless they begin a date.
  const isPersonal = /@|\d(?:[\s().-]*\d){6}/.test(value.replace(/^[12]\d{3}-\d\d-\d\d(?!\d)/, ''))
  return isPersonal || value.length > 40 ? `a value of ${value.length} characters` : `"${value}"`
}
