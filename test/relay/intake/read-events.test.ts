import { readEvents } from '../../../src/relay/intake/read-events'

const track = { type: 'track', event: 'Order Completed' }

function read(body: unknown, endpoint: Parameters<typeof readEvents>[1] = 'batch') {
  return readEvents(body, endpoint, Buffer.byteLength(JSON.stringify(body)))
}

describe('a single event', () => {
  it('gets its type from the path, even if it has another type', () => {
    expect(read({ type: 'track', name: 'Home', sentAt: '2026-11-20T12:00:00Z' }, 'page')).toStrictEqual({
      events: [{ type: 'page', name: 'Home' }],
      sentAt: '2026-11-20T12:00:00Z'
    })
  })

  it.each([
    ['not an object', [track], 'The body is not an event: it must be a JSON object.'],
    ['null', null, 'The body is not an event: it must be a JSON object.'],
    ['a track call without a name', {}, 'event.event must be the name of the event.'],
    ['a track call with a blank name', { event: ' ' }, 'event.event must be the name of the event.'],
    ['an ID that is not a string', { ...track, messageId: 5 }, 'event.messageId must be a string.'],
    ['more than 32 kB', { ...track, x: 'x'.repeat(32 * 1024) }, 'event is larger than 32 kB.'],
    ['nested too deeply', { ...track, x: nested(64) }, 'event is nested more than 64 levels deep.']
  ])('is refused: %s', (_, body, message) => {
    expect(() => read(body, 'track')).toThrow(message)
  })

  it('may have exactly 32 kB', () => {
    const room = 32 * 1024 - JSON.stringify({ ...track, x: '' }).length
    expect(read({ ...track, x: 'x'.repeat(room) }, 'track').events).toHaveLength(1)
    expect(() => read({ ...track, x: 'x'.repeat(room + 1) }, 'track')).toThrow('larger than 32 kB')
  })

  it('may be 64 levels deep', () => {
    expect(read({ ...track, x: nested(63) }, 'track').events).toHaveLength(1)
  })
})

describe('a batch', () => {
  it('adds its context and integrations to its events, whose own values take precedence', () => {
    const batch = [track, { ...track, context: { ip: '1.1.1.1' }, integrations: { All: true } }]
    const body = { batch, context: { ip: '2.2.2.2', locale: 'de' }, integrations: { All: false }, sentAt: 'now' }
    expect(read(body)).toStrictEqual({
      events: [
        { ...track, context: { ip: '2.2.2.2', locale: 'de' }, integrations: { All: false } },
        { ...track, context: { ip: '1.1.1.1', locale: 'de' }, integrations: { All: true } }
      ],
      sentAt: 'now'
    })
  })

  it('counts its shared values as part of each event', () => {
    const large = { ...track, x: 'x'.repeat(16 * 1024) }
    const batch = [track, large]
    const shared = (length: number) => ({ context: { x: 'x'.repeat(length) } })
    const room = 32 * 1024 - JSON.stringify(large).length - (JSON.stringify(shared(0)).length - '{}'.length)
    expect(read({ batch, ...shared(room) }).events).toHaveLength(2)
    expect(() => read({ batch, ...shared(room + 1) })).toThrow(
      'batch[1] is larger than 32 kB, with the context and integrations of its batch.'
    )
  })

  it('may be empty', () => {
    expect(read({ batch: [] })).toStrictEqual({ events: [], sentAt: undefined })
  })

  it.each([
    ['no batch', {}, 'The body is not a batch: it must be { "batch": [events] }.'],
    ['a batch that is not an array', { batch: {} }, 'The body is not a batch: it must be { "batch": [events] }.'],
    ['an item that is not an event', { batch: [track, 'x'] }, 'batch[1] is not an event: it must be an object.'],
    ['an event without a type', { batch: [track, {}] }, 'batch[1].type must be one of track, page, screen'],
    ['an unknown type', { batch: [{ type: 'trck' }] }, 'batch[0].type must be one of track, page, screen'],
    [
      '2,501 events',
      { batch: Array.from({ length: 2501 }, () => track) },
      'A batch may contain at most 2500 events. This one contains 2501.'
    ],
    [
      'a context that is nested too deeply',
      { batch: [track], context: nested(64) },
      'The context and integrations of the batch are nested more than 64 levels deep.'
    ],
    ['a large event', { batch: [track, { ...track, x: 'x'.repeat(32 * 1024) }] }, 'batch[1] is larger than 32 kB.']
  ])('is refused: %s', (_, body, message) => {
    expect(() => read(body)).toThrow(message)
  })

  it('may contain 2,500 events', () => {
    expect(read({ batch: Array.from({ length: 2500 }, () => track) }).events).toHaveLength(2500)
  })
})

describe('a webhook', () => {
  it('contains one event or an array of events', () => {
    expect(read(track, 'webhook').events).toStrictEqual([track])
    expect(read([track, track], 'webhook').events).toStrictEqual([track, track])
  })

  it('is refused if an item is not an event', () => {
    expect(() => read([track, 1], 'webhook')).toThrow('event[1] is not an event: it must be an object.')
  })
})

function nested(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}
