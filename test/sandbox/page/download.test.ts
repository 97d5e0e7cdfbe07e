import type { JsonText } from '../../../src/sandbox/live-message'
import { ndjsonLine } from '../../../src/sandbox/page/download'
import { rowsOf } from '../../../src/sandbox/page/rows'

const lines = (root: JsonText, events: readonly JsonText[]) =>
  rowsOf({
    position: 0,
    time: 0,
    via: 'server',
    root,
    events,
    answer: { status: 200 },
    byFault: false,
    fates: []
  }).map((row) => JSON.parse(ndjsonLine(row)) as unknown)

const head = { time: '1970-01-01T00:00:00.000Z', source: 'unknown', verdict: 'refused', answer: { status: 200 } }
const truncated = { json: '{"unknown":"xxx', fullLength: 70_000 }

describe('a line of the download', () => {
  test('has the beginning of a truncated event as a string', () => {
    expect(lines({ json: '{}' }, [truncated])).toStrictEqual([{ ...head, request: {}, event: truncated.json }])
  })
  test('has the beginning of a truncated request as a string', () => {
    expect(lines(truncated, [{ json: '{"event":"Contact"}' }])).toStrictEqual([
      { ...head, request: truncated.json, event: { event: 'Contact' } }
    ])
    expect(lines(truncated, [])).toStrictEqual([{ ...head, request: truncated.json, event: truncated.json }])
  })
})
