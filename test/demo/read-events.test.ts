import { parseEvents } from '../../demo/read-events'

describe('parseEvents', () => {
  it('reads an event a line and skips blank lines', () => {
    const text = '{"messageId":"a","type":"track"}\n\n  \n{"messageId":"b","type":"page","properties":{"x":1}}\n'
    expect(parseEvents(text, 'events.ndjson')).toStrictEqual([
      { messageId: 'a', type: 'track' },
      { messageId: 'b', type: 'page', properties: { x: 1 } }
    ])
  })

  it.each([
    ['no JSON', '{"messageId"'],
    ['no object', '7'],
    ['no messageId', '{"type":"track"}'],
    ['a blank messageId', '{"type":"track","messageId":""}']
  ])('names the file and the line of what is %s', (_, line) => {
    expect(() => parseEvents(`{"messageId":"a","type":"track"}\n${line}`, 'events.ndjson')).toThrow(
      /^events\.ndjson, line 2: ./
    )
  })
})
