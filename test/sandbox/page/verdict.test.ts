/**
 * @jest-environment jsdom
 */
import type { LiveEntry } from '../../../src/sandbox/live-message'
import { type Row, rowsOf } from '../../../src/sandbox/page/rows'
import { explainVerdict, verdictNote } from '../../../src/sandbox/page/verdict'

function rowOf(entry: Pick<LiveEntry, 'answer'> & Partial<LiveEntry>): Row {
  const [row] = rowsOf({
    position: 0,
    time: 0,
    via: 'server',
    root: { json: '{"event_source":"web","event_source_id":"PIXEL_2"}' },
    events: [{ json: '{"event":"Contact"}' }],
    byFault: false,
    fates: [],
    ...entry
  })
  if (row === undefined) throw new TypeError('no row')
  return row
}

test('a body that is too large: the reason does not repeat the message, which the page shows above it', () => {
  const answer = { status: 413, message: 'The body is larger than 10 MB.' }
  const row = rowOf({ root: { json: '""' }, events: [], answer })
  expect(explainVerdict(row, undefined)).toStrictEqual({ reason: 'Send the events in smaller requests.' })
})

test('a source without permission: the remedy lists the sources of each token', () => {
  const row = rowOf({ answer: { status: 200, code: 40001, message: 'No permission' } })
  expect(explainVerdict(row, { tokens: { 'token-1': ['PIXEL_1', 'CRM_1'], 'token-2': ['PIXEL_2'] } })).toStrictEqual({
    reason: 'The token of this request has no permission for the source PIXEL_2.',
    remedy: 'Set event_source_id to a source of the token: token-1 has PIXEL_1, CRM_1; token-2 has PIXEL_2.'
  })
})

test('an answer without a message is not called a missing answer', () => {
  expect(verdictNote(rowOf({ answer: { status: 502 } }))).toBe('No message from TikTok')
  expect(verdictNote(rowOf({ answer: { status: 0 } }))).toBe('Connection reset')
})
