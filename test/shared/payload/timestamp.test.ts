import { PayloadValidationError } from '@segment/actions-core'
import * as fc from 'fast-check'
import { toEventTime } from '../../../src/shared/payload/timestamp'
import { failureOf } from '../../support/failure'

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0, 999)
const NOON = Date.UTC(2024, 1, 29, 12) / 1000
const MIDNIGHT = NOON - 43_200
const SECOND = 1_700_000_000

describe('reads', () => {
  test.each<{ timestamp: unknown; time: number }>([
    { timestamp: '2024-02-29T12:00:00Z', time: NOON },
    { timestamp: '2024-02-29t12:00:00z', time: NOON },
    { timestamp: '2024-02-29T12:00:00.000Z', time: NOON },
    { timestamp: '2024-02-29T12:00:00.999Z', time: NOON },
    { timestamp: '2024-02-29T12:00:00,5Z', time: NOON },
    { timestamp: '2024-02-29T12:00:00.123456789Z', time: NOON },
    { timestamp: '2024-02-29T12:00Z', time: NOON },
    { timestamp: '\u00a02024-02-29T12:00:00Z ', time: NOON },
    { timestamp: '2024-02-29T12:00:00', time: NOON },
    { timestamp: '2024-02-29 12:00:00', time: NOON },
    { timestamp: '2024-02-29T14:00:00+02:00', time: NOON },
    { timestamp: '2024-02-29T14:00:00+0200', time: NOON },
    { timestamp: '2024-02-29T14:00:00+02', time: NOON },
    { timestamp: '2024-02-29T06:30:00-05:30', time: NOON },
    { timestamp: '2024-02-29T06:30:00-0530', time: NOON },
    { timestamp: '2024-02-29', time: MIDNIGHT },
    { timestamp: '2024-02-28T24:00:00Z', time: MIDNIGHT },
    { timestamp: '2024-02-29 12:00:00.345 UTC', time: NOON },
    { timestamp: '2024-02-29 05:00:00.345 -0700', time: NOON },
    { timestamp: '2024-02-29 12:00:00+00', time: NOON },
    { timestamp: '2024-02-29 17:30:00.123456 +05:30', time: NOON },
    { timestamp: '2024-02-29 12:00 z', time: NOON },
    { timestamp: new Date(NOON * 1000).toUTCString(), time: NOON },
    { timestamp: 'Thu, 29 Feb 2024 14:00:00 +0200', time: NOON },
    { timestamp: 'Thu, 29 Feb 2024 07:00:00 EST', time: NOON },
    { timestamp: 'Thu, 29 Feb 2024 05:00:00 pdt', time: NOON },
    { timestamp: 'Thu,  29 feb 2024 14:00 +0200 (CEST)', time: NOON },
    { timestamp: '1 Mar 2024 00:00:00 UT', time: NOON + 43_200 },
    { timestamp: 'Feb 29, 2024 12:00:00', time: NOON },
    { timestamp: 'Mar 1, 2024 00:00', time: NOON + 43_200 },
    { timestamp: SECOND, time: SECOND },
    { timestamp: String(SECOND), time: SECOND },
    { timestamp: ` ${SECOND} `, time: SECOND },
    { timestamp: 999_999_999, time: 999_999_999 },
    { timestamp: SECOND * 1000 + 999, time: SECOND },
    { timestamp: String(SECOND * 1000 + 999), time: SECOND },
    { timestamp: 999_999_999_999, time: 999_999_999 }
  ])('$timestamp as $time', ({ timestamp, time }) => {
    expect(toEventTime(timestamp, NOW)).toBe(time)
  })
})

test('reads and refuses the form of toISOString like the same time with an offset', () => {
  const read = (timestamp: string) => {
    try {
      return toEventTime(timestamp, NOW)
    } catch {
      return 'refused'
    }
  }
  const number = (max: number) => fc.nat(max).map((value) => String(value).padStart(2, '0'))
  const isoTime = fc.tuple(number(13), number(39), number(25), number(61), number(61))
  fc.assert(
    fc.property(isoTime, ([month, day, hour, minute, second]) => {
      const time = `2024-${month}-${day}T${hour}:${minute}:${second}.500`
      expect(read(`${time}Z`)).toBe(read(`${time}+00:00`))
    }),
    { numRuns: 2000 }
  )
})

describe('a missing timestamp is now', () => {
  test.each([undefined, null, '', '  ', '\u00a0', '\u0085'])('%j', (timestamp) => {
    expect(toEventTime(timestamp, NOW)).toBe(Math.floor(NOW / 1000))
  })
})

describe('refuses everything else', () => {
  const unreadable = (shown: string) => ({
    class: PayloadValidationError,
    message: `Event Timestamp (timestamp) is ${shown}. It is neither a date and time nor the seconds or milliseconds since 1970. Map a field that holds the time of the event, preferably in ISO 8601, e.g. 2026-08-01T10:11:12Z, or leave it empty to send the current time.`,
    code: 'PAYLOAD_VALIDATION_FAILED',
    status: 400
  })

  test.each<{ timestamp: unknown; shown: string }>([
    { timestamp: 'Tomato 5', shown: '"Tomato 5"' },
    { timestamp: '2024-02-30', shown: '"2024-02-30"' },
    { timestamp: '2023-02-29T12:00:00Z', shown: '"2023-02-29T12:00:00Z"' },
    { timestamp: '2024-13-01T00:00:00Z', shown: '"2024-13-01T00:00:00Z"' },
    { timestamp: '2024-00-01', shown: '"2024-00-01"' },
    { timestamp: '2024-01-00', shown: '"2024-01-00"' },
    { timestamp: '2024-01-01T25:00:00Z', shown: '"2024-01-01T25:00:00Z"' },
    { timestamp: '2024-01-01T25:00:00+02:00', shown: '"2024-01-01T25:00:00+02:00"' },
    { timestamp: '2024-01-01T24:00:01Z', shown: '"2024-01-01T24:00:01Z"' },
    { timestamp: '2024-01-01T12:60:00Z', shown: '"2024-01-01T12:60:00Z"' },
    { timestamp: '2024-01-01T12:00:61Z', shown: '"2024-01-01T12:00:61Z"' },
    { timestamp: '2024-01-01T12:00:00+99:99', shown: '"2024-01-01T12:00:00+99:99"' },
    { timestamp: '2024-1-1', shown: '"2024-1-1"' },
    { timestamp: '2024-01', shown: '"2024-01"' },
    { timestamp: '2024-01-01T12', shown: '"2024-01-01T12"' },
    { timestamp: '01/02/2024', shown: '"01/02/2024"' },
    { timestamp: 'Thu, 01 Jan 2026 00:00:00', shown: '"Thu, 01 Jan 2026 00:00:00"' },
    { timestamp: 'Thu, 30 Feb 2026 00:00:00 GMT', shown: '"Thu, 30 Feb 2026 00:00:00 GMT"' },
    { timestamp: 'Thu, 01 Foo 2026 00:00:00 GMT', shown: '"Thu, 01 Foo 2026 00:00:00 GMT"' },
    { timestamp: 'Thu, 01 Jan 26 00:00:00 GMT', shown: '"Thu, 01 Jan 26 00:00:00 GMT"' },
    { timestamp: 'Thu, 01 Jan 2026 00:00:00 CET', shown: '"Thu, 01 Jan 2026 00:00:00 CET"' },
    { timestamp: 'Thu Jan 01 2026 00:00:00 GMT+0100', shown: 'a value of 33 characters' },
    { timestamp: 'Feb 30, 2026 12:00:00', shown: '"Feb 30, 2026 12:00:00"' },
    { timestamp: 'Nov 20, 2026 12:00:00 UTC', shown: '"Nov 20, 2026 12:00:00 UTC"' },
    { timestamp: '2026-08-01 10:11:12 CET', shown: '"2026-08-01 10:11:12 CET"' },
    { timestamp: '2024-01-01T12:00:00Z and more', shown: '"2024-01-01T12:00:00Z and more"' },
    { timestamp: '-1700000000', shown: 'a value of 11 characters' },
    { timestamp: '1.7e9', shown: '"1.7e9"' },
    { timestamp: 1_700_000_000.5, shown: 'a value of 12 characters' },
    { timestamp: 12_345_678, shown: 'a value of 8 characters' },
    { timestamp: 17_000_000_000, shown: 'a value of 11 characters' },
    { timestamp: 17_000_000_000_000, shown: 'a value of 14 characters' },
    { timestamp: 0, shown: '"0"' },
    { timestamp: true, shown: '"true"' },
    { timestamp: {}, shown: 'not text' },
    { timestamp: ['2024-01-01'], shown: 'not text' }
  ])('$timestamp', ({ timestamp, shown }) => {
    expect(failureOf(() => toEventTime(timestamp, NOW))).toStrictEqual(unreadable(shown))
  })

  test.each([
    'ann@example.com',
    'Ann Lee <ann@example.com>',
    '+1 415 555 2671',
    '(415) 555-2671',
    '415.555.2671',
    '+49 151 12345678 ext. 42',
    'Tel. 0151 12345678',
    '0151-12-34567',
    '2024-01-01 0151 12345678',
    'a'.repeat(64)
  ])('does not repeat %s in the error', (timestamp) => {
    expect(failureOf(() => toEventTime(timestamp, NOW))).toStrictEqual(
      unreadable(`a value of ${timestamp.length} characters`)
    )
  })
})

describe('a time in the future', () => {
  const HOUR = 3_600_000
  const forms = (hours: number) => {
    const time = NOW + hours * HOUR
    return [new Date(time).toISOString(), time, String(time)]
  }

  test.each([...forms(23), ...forms(24)])('is sent up to a day ahead: %s', (timestamp) => {
    expect(toEventTime(timestamp, NOW)).toBeLessThanOrEqual(Math.floor((NOW + 24 * HOUR) / 1000))
  })
  test.each([...forms(25), ...forms(24 + 1 / HOUR)])('is refused beyond a day: %s', (timestamp) => {
    const iso = typeof timestamp === 'string' && timestamp.includes('T') ? timestamp : undefined
    expect(failureOf(() => toEventTime(timestamp, NOW))).toStrictEqual({
      class: PayloadValidationError,
      message: `Event Timestamp (timestamp) is ${iso ?? new Date(Number(timestamp)).toISOString()}. It is more than a day in the future, and TikTok accepts only past events. Check the time zone and the unit of the field.`,
      code: 'PAYLOAD_VALIDATION_FAILED',
      status: 400
    })
  })
})
