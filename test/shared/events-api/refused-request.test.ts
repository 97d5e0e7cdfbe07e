import {
  blamesSharedField,
  isTooLarge,
  mayBlameOneEvent,
  namedPositions,
  partlyRefusedPositions
} from '../../../src/shared/events-api/refused-request'
import { refusal } from '../../support/isolation'

describe('namedPositions', () => {
  test.each([
    { message: 'Invalid value for data.3.event_id: not a valid string.', positions: [3] },
    { message: 'Batch.3.event_id is invalid; batch.0.event', positions: [3, 0] },
    { message: 'data[2].user is invalid', positions: [2] },
    { message: 'Invalid DATA[1] and Data.4.', positions: [1, 4] },
    { message: 'data.4 and data.4 again', positions: [4] },
    { message: 'data.5 is past the last event', positions: [] },
    { message: 'data.10 is past the last event', positions: [] },
    { message: `data.${'9'.repeat(400)}`, positions: [] },
    { message: 'metadata.1, data 1, data.user, data-1', positions: [] }
  ])('"$message" names $positions', ({ message, positions }) => {
    expect([...namedPositions(refusal(message), 5)]).toStrictEqual(positions)
  })

  test('finds no positions if there is no message', () => {
    expect([...namedPositions({ verdict: 'refused', code: 40002 }, 5)]).toStrictEqual([])
  })
})

describe('blamesSharedField', () => {
  test.each([
    'Invalid value for event_source: unknown.',
    'Invalid value for event_source_id: unknown.',
    'test_event_code is too long',
    "'partner_name': Field required"
  ])('true for: %s', (message) => {
    expect(blamesSharedField(refusal(message))).toBe(true)
  })

  test.each([
    'Invalid value for event_id: not a string.',
    'Invalid value for data.0.event_source: unknown.',
    // The name is only quoted from an event's own value, which a visitor controls.
    'Invalid value for description: "event_source_id".',
    'my_event_source_id2 is invalid'
  ])('false for: %s', (message) => {
    expect(blamesSharedField(refusal(message))).toBe(false)
  })

  test('true for the wrong-partner-name code', () => {
    expect(blamesSharedField({ verdict: 'refused', code: 40063 })).toBe(true)
  })

  test('false for an answer without a code', () => {
    const message = 'Invalid value for event_source: unknown.'
    expect(blamesSharedField({ verdict: 'refused', status: 413, message })).toBe(false)
  })
})

test.each([
  { answer: { verdict: 'refused', status: 413 } as const, isLarge: true, mayBlame: false },
  { answer: { verdict: 'refused', status: 413, code: 40002 } as const, isLarge: false, mayBlame: true },
  { answer: { verdict: 'refused', status: 400 } as const, isLarge: false, mayBlame: false },
  { answer: { verdict: 'refused', status: 200, code: 40063 } as const, isLarge: false, mayBlame: false }
])('$answer: isTooLarge $isLarge, mayBlameOneEvent $mayBlame', ({ answer, isLarge, mayBlame }) => {
  expect(isTooLarge(answer)).toBe(isLarge)
  expect(mayBlameOneEvent(answer)).toBe(mayBlame)
})

describe('partlyRefusedPositions', () => {
  const answer = { verdict: 'accepted', code: 20001, message: 'data.0.event; data.1.event; data.2.event' } as const

  test('returns the positions that a partial-success message names', () => {
    expect([...partlyRefusedPositions(answer, 2)]).toStrictEqual([0, 1])
  })

  test('returns no positions for a request with one event', () => {
    expect([...partlyRefusedPositions(answer, 1)]).toStrictEqual([])
  })

  test('returns no positions if the code is not partial success', () => {
    expect([...partlyRefusedPositions({ ...answer, code: 0 }, 2)]).toStrictEqual([])
  })
})
