import { createHash } from 'node:crypto'
import { createMessageIdAssigner } from '../../../src/cli/input/message-id'

function idsOf(events: readonly object[]): unknown[] {
  const identify = createMessageIdAssigner()
  return events.map((event) => {
    const record = identify({ line: 1, event: { type: 'track', ...event } })
    return 'event' in record ? record.event.messageId : record.problem
  })
}

describe('the ID of an event', () => {
  it('is its own if it has one', () => {
    expect(idsOf([{ messageId: 'own' }, { messageId: 7 }])).toStrictEqual(['own', 7])
  })

  it.each([undefined, null, '', '  ', {}])('is derived if its own is %p', (messageId) => {
    expect(idsOf([messageId === undefined ? { event: 'A' } : { event: 'A', messageId }])).toStrictEqual(
      idsOf([{ event: 'A' }])
    )
  })

  it('does not depend on the order of the keys', () => {
    const [first] = idsOf([{ event: 'A', properties: { value: 1, items: [{ a: 1, b: 2 }] } }])
    const text = '{"event":"A","properties":{"items":[{"a":1,"b":2}],"value":1},"type":"track"}'
    expect(first).toBe(`derived-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`)
    expect(idsOf([{ properties: { items: [{ b: 2, a: 1 }], value: 1 }, event: 'A' }])).toStrictEqual([first])
  })

  it('differs for identical events, by the number of equal events before each', () => {
    const [a, b] = [{ event: 'A' }, { event: 'B' }]
    const [first, other] = idsOf([a, b])
    expect(idsOf([a, b, a, a, b])).toStrictEqual([
      first,
      other,
      `${String(first)}-1`,
      `${String(first)}-2`,
      `${String(other)}-1`
    ])
  })

  it('is unique among many events, even equal ones', () => {
    const events = Array.from({ length: 60_000 }, (_, index) => ({ event: 'A', number: index % 20_000 }))
    const ids = idsOf(events)
    expect(new Set(ids).size).toBe(60_000)
    expect(idsOf(events)).toStrictEqual(ids)
  })
})
