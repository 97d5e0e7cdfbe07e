import { PayloadValidationError } from '@segment/actions-core'
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { toText } from '../coerce'
import { formatReason, type Reason } from '../reason'
import { TIMESTAMP_REASONS } from './timestamp-reasons'

dayjs.extend(utc)

const TIME = '(?<time>\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?)'
const ZONE = '(?<zone>Z|UTC|UT|GMT|[ECMP][SD]T|[+-]\\d\\d(?::?\\d\\d)?)'

/**
 * The form of `Date.prototype.toISOString`, on a day that every month has. Segment sends almost only this form, and
 * `Date.parse` reads it at once: this saves 2 % of the time of the whole event.
 */
const ISO_UTC = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d\.\d{3}Z$/

/** The forms of a date-time. Without a zone it is in UTC. */
const DATE_TIMES = [
  // ISO 8601, and the text that data warehouses export: 2026-08-01T10:11:12Z, 2026-08-01 10:11:12.345 -0700
  `(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T ]${TIME}(?: ?${ZONE})?)?`,
  // RFC 2822 and Date.prototype.toUTCString(): Sat, 01 Aug 2026 10:11:12 GMT
  `(?:[a-z]{3}, *)?(?<day>\\d\\d?) +(?<month>[a-z]{3}) +(?<year>\\d{4}) +${TIME} +${ZONE}(?: +\\([^()]*\\))?`,
  // Nov 20, 2026 12:00:00
  `(?<month>[a-z]{3}) (?<day>\\d\\d?), (?<year>\\d{4}) ${TIME}`
].map((form) => new RegExp(`^${form}$`, 'i'))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The named zones of RFC 2822. */
const ZONES: Readonly<Record<string, string>> = {
  ...{ z: 'Z', utc: 'Z', ut: 'Z', gmt: 'Z' },
  ...{ edt: '-04:00', est: '-05:00', cdt: '-05:00', cst: '-06:00' },
  ...{ mdt: '-06:00', mst: '-07:00', pdt: '-07:00', pst: '-08:00' }
}

const SECONDS = /^\d{9,10}$/
const MILLISECONDS = /^\d{12,13}$/
const DAY = 86_400_000

/**
 * Converts a timestamp to TikTok's `event_time`. Source: TikTok, "Events API 2.0: Payload".
 * @param timestamp a date-time in one of the forms above, or the seconds (9 or 10 digits) or milliseconds (12 or 13)
 * since 1970, as a number or text; if it is missing or blank, the time is now
 * @param now the clock, in milliseconds since 1970
 * @returns whole seconds since 1970
 * @throws PayloadValidationError for any other value, and for a time more than a day in the future
 */
export function toEventTime(timestamp: unknown, now: number): number {
  const milliseconds = isMissing(timestamp) ? now : parse(timestamp)
  const fault = faultOf(milliseconds, now)
  if (fault !== undefined) {
    throw new PayloadValidationError(
      `Event Timestamp (timestamp) is ${describe(timestamp, milliseconds)}. ${formatReason(fault)}`
    )
  }
  return Math.floor(milliseconds / 1000)
}

function isMissing(timestamp: unknown): boolean {
  return toText(timestamp) === undefined && (typeof timestamp !== 'object' || timestamp === null)
}

function faultOf(milliseconds: number, now: number): Reason | undefined {
  if (Number.isNaN(milliseconds)) return TIMESTAMP_REASONS.unreadable
  return milliseconds > now + DAY ? TIMESTAMP_REASONS.future : undefined
}

/**
 * Parses a timestamp; NaN for an unknown form and for an impossible date or time. The form is matched first, because
 * `Date.parse` and dayjs accept even "Tomato 5".
 */
function parse(timestamp: unknown): number {
  const value = toText(timestamp) ?? ''
  if (ISO_UTC.test(value)) return Date.parse(value)
  if (SECONDS.test(value)) return Number(value) * 1000
  if (MILLISECONDS.test(value)) return Number(value)
  const parts = readDateTime(value)
  if (parts === undefined) return NaN

  const { year = '', month = '', day = '', time = '00:00', zone = 'Z' } = parts
  const monthNumber = /\d/.test(month) ? month : String(MONTHS.indexOf(month.toLowerCase()) + 1)
  const date = `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDay(date, Number(day)) ? Date.parse(`${date}T${time.replace(',', '.')}${toOffset(zone)}`) : NaN
}

/** The parts of a date-time by name; undefined if the text has none of the forms. */
function readDateTime(text: string): Readonly<Record<string, string | undefined>> | undefined {
  for (const form of DATE_TIMES) {
    const groups = form.exec(text)?.groups
    if (groups !== undefined) return groups
  }
  return undefined
}

/** Dates roll over silently: 30 February would become 2 March. */
function isCalendarDay(date: string, day: number): boolean {
  return day <= 28 || dayjs.utc(date).date() === day
}

/** Converts a zone to `Z` or to the form `+02:00`, because every engine reads these two. */
function toOffset(zone: string): string {
  const named = ZONES[zone.toLowerCase()]
  return named ?? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
}

/**
 * The timestamp for the error message: in ISO 8601 if it can be read, `not text` for an object, only its length if it
 * is long or may be personal data, and otherwise as given.
 */
function describe(timestamp: unknown, milliseconds: number): string {
  if (!Number.isNaN(milliseconds)) return dayjs(milliseconds).toISOString()
  const value = toText(timestamp)
  if (value === undefined) return 'not text'
  // Seven digits in a row, with or without separators, may be a phone number. A date at the start is not searched.
  const isPersonal = () => /@|\d(?:[\s().-]*\d){6}/.test(value.replace(/^[12]\d{3}-\d\d-\d\d(?!\d)/, ''))
  return value.length > 40 || isPersonal() ? `a value of ${value.length} characters` : `"${value}"`
}
