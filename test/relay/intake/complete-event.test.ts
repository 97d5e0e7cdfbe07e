import { type Arrival, completeEvents } from '../../../src/relay/intake/complete-event'

const RECEIVED = '2026-11-20T12:00:10.000Z'

function complete(event: Record<string, unknown>, arrival: Partial<Arrival> = {}) {
  const [completed] = completeEvents([event], {
    receivedAt: Date.parse(RECEIVED),
    sentAt: undefined,
    address: undefined,
    isFromSegment: false,
    ...arrival
  })
  return completed
}

describe('the timestamp', () => {
  it("is corrected for the error of the client's clock", () => {
    const event = { messageId: 'm', timestamp: '2026-11-20T11:00:00.000Z' }
    expect(complete(event, { sentAt: '2026-11-20T11:00:05.000Z' })).toStrictEqual({
      messageId: 'm',
      timestamp: '2026-11-20T12:00:05.000Z',
      originalTimestamp: '2026-11-20T11:00:00.000Z',
      receivedAt: RECEIVED
    })
  })

  it('is corrected with the sentAt of the event if the request has none', () => {
    const event = { messageId: 'm', timestamp: '2026-11-20T13:00:00+01:00', sentAt: '2026-11-20T13:00:00+01:00' }
    expect(complete(event)).toStrictEqual({
      messageId: 'm',
      timestamp: RECEIVED,
      originalTimestamp: '2026-11-20T13:00:00+01:00',
      receivedAt: RECEIVED
    })
  })

  it.each([
    ['no sentAt', '2026-11-20T11:00:00.000Z', undefined],
    ['an invalid sentAt', '2026-11-20T11:00:00.000Z', 'yesterday'],
    ['an invalid timestamp', 'Tomato 5', '2026-11-20T11:00:00.000Z'],
    ['a time without a zone', '2026-11-20T11:00:00', '2026-11-20T11:00:00.000Z'],
    ['seconds since 1970', 1_795_000_000, '2026-11-20T11:00:00.000Z']
  ])('stays as it is with %s', (_, timestamp, sentAt) => {
    expect(complete({ messageId: 'm', timestamp }, { sentAt })).toStrictEqual({
      messageId: 'm',
      timestamp,
      originalTimestamp: timestamp,
      receivedAt: RECEIVED
    })
  })

  it.each([undefined, null, ''])('is the time of arrival when it is %p', (timestamp) => {
    expect(complete({ messageId: 'm', timestamp })).toStrictEqual({
      messageId: 'm',
      timestamp: RECEIVED,
      receivedAt: RECEIVED
    })
  })
})

describe('the messageId', () => {
  const timed = { type: 'track', event: 'A', timestamp: '2026-11-20T11:00:00.000Z' }

  it('is a hash of an event that has a time, so that a repeated request gets the same ID', () => {
    const first = complete({ ...timed, sentAt: '2026-11-20T11:00:01.000Z' })?.messageId
    const again = complete({ ...timed, sentAt: '2026-11-20T11:05:00.000Z' }, { receivedAt: 0 })?.messageId
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(again).toBe(first)
    expect(complete({ ...timed, event: 'B' })?.messageId).not.toBe(first)
  })

  it('differs for equal events of one request', () => {
    const arrival = { receivedAt: 0, sentAt: undefined, address: undefined, isFromSegment: false }
    const ids = completeEvents([timed, timed, timed], arrival).map(({ messageId }) => messageId)
    expect(ids).toStrictEqual([ids[0], `${String(ids[0])}-1`, `${String(ids[0])}-2`])
  })

  it('is random for an event without a time, because equal events may be different ones', () => {
    const untimed = { type: 'track', event: 'A' }
    expect(complete(untimed)?.messageId).not.toBe(complete(untimed)?.messageId)
  })

  it.each(['', ' ', null])('is added if it is %p', (messageId) => {
    expect(complete({ ...timed, messageId })?.messageId).toMatch(/^[\w-]{43}$/)
  })
})

describe('context.ip', () => {
  const ipOf = (context: unknown): unknown =>
    complete({ messageId: 'm', context }, { address: '203.0.113.7' })?.['context']

  it('is the address of the client', () => {
    expect(ipOf(undefined)).toStrictEqual({ ip: '203.0.113.7' })
    expect(ipOf({ locale: 'de', ip: '' })).toStrictEqual({ locale: 'de', ip: '203.0.113.7' })
  })

  it('stays as the client sent it', () => {
    expect(ipOf({ ip: '198.51.100.1' })).toStrictEqual({ ip: '198.51.100.1' })
    expect(ipOf('nonsense')).toBe('nonsense')
  })

  it.each([
    'analytics.js',
    'analytics-ios',
    'analytics-android',
    'analytics-kotlin',
    '@segment/analytics-react-native'
  ])('is added to an event of %s', (name) => {
    expect(ipOf({ library: { name } })).toStrictEqual({ library: { name }, ip: '203.0.113.7' })
  })

  it.each([
    ...['@segment/analytics-node', 'analytics-python', 'analytics-ruby', 'analytics-java', 'analytics-php'],
    ...['analytics-go', 'Analytics.NET', 'analytics-csharp', 'analytics-clojure', 'analytics-rust']
  ])('is not added to an event of %s: its connection does not come from the visitor', (name) => {
    expect(ipOf({ library: { name } })).toStrictEqual({ library: { name } })
  })
})

it('leaves an event of a webhook as Segment completed it', () => {
  const event = {
    messageId: 'm',
    timestamp: '2026-11-20T11:00:00.000Z',
    sentAt: '2026-11-20T11:00:01.000Z',
    receivedAt: '2026-11-20T11:00:02.000Z',
    context: { library: { name: 'analytics.js' } }
  }
  expect(complete(event, { isFromSegment: true, address: '203.0.113.7', sentAt: undefined })).toStrictEqual(event)
})

it('drops the write key and the time of sending', () => {
  expect(complete({ messageId: 'm', writeKey: 'secret', sentAt: RECEIVED })).toStrictEqual({
    messageId: 'm',
    timestamp: RECEIVED,
    receivedAt: RECEIVED
  })
})
