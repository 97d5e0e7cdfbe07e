import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { CliError } from '../exit'

dayjs.extend(utc)
dayjs.extend(timezone)

/** A date, with or without a time, and no time zone: `2026-11-20 09:30`. */
const YEAR_FIRST = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?$/i
/** The same in the European format: `20.11.2026 9:30`. */
const DAY_FIRST = /^(\d\d?)\.(\d\d?)\.(\d{4})(?:,?[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?$/i

/** The maximum number of cached offsets, one per local hour. A year has fewer hours. */
const MAX_OFFSETS = 10_000

/**
 * Creates a function that reads a time without a zone as local time of the given zone.
 * @param zone an IANA name, e.g. `Europe/Berlin`
 * @returns a function that converts such a time to ISO 8601 in UTC and returns any other text unchanged
 * @throws CliError for an unknown zone
 */
export function localTimeReader(zone: string): (text: string) => string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new CliError(`--time-zone ${zone} is not a time zone. Use a name such as Europe/Berlin or America/New_York.`)
  }
  const offsetOf = offsetReader(zone)
  return (text) => {
    const local = parseLocal(text)
    if (local === undefined) return text
    const { date, hour, rest } = local
    const milliseconds = Date.parse(`${date}T${hour}${rest}Z`)
    if (!isOnDay(milliseconds, date)) return text
    return new Date(milliseconds - offsetOf(`${date}T${hour}`)).toISOString()
  }
}

/** Whether a time is on the given date. JavaScript moves a date that does not exist: 30 February becomes 2 March. */
function isOnDay(milliseconds: number, date: string): boolean {
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date)
}

interface LocalTime {
  readonly date: string
  readonly hour: string
  /** The text after the hour, e.g. `:30:00.000`. */
  readonly rest: string
}

function parseLocal(text: string): LocalTime | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  const match = yearFirst ?? DAY_FIRST.exec(text)
  if (match === null) return undefined
  const [, first = '', month = '', last = '', hour = '0', minute = '00', second = '00', fraction = '0'] = match
  const [year, day] = yearFirst ? [first, last] : [last, first]
  return {
    date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    hour: hour.padStart(2, '0'),
    rest: `:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`
  }
}

/** Reads the zone's offset from UTC in milliseconds. It is cached per local hour, because computing it is slow. */
function offsetReader(zone: string): (hour: string) => number {
  const cache = new Map<string, number>()
  return (hour) => {
    const found = cache.get(hour)
    if (found !== undefined) return found
    const local = `${hour}:00:00`
    const offset = Date.parse(`${local}Z`) - dayjs.tz(local, zone).valueOf()
    if (cache.size >= MAX_OFFSETS) cache.clear()
    cache.set(hour, offset)
    return offset
  }
}
