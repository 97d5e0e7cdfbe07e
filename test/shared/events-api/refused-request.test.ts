import {
  blamesSharedField,
  isTooLarge,
  mayBlameOneEvent,
  namedPositions,
  partlyRefusedPositions
} from '../../../src/shared/events-api/refused-request'
import { refusal } from '../../support/isolation'

describe('the positions that a message names', () => {
  test.each([
    { message: 'Invalid value for data.3.event_id: not a valid string.', positions: [3] },
    { message: 'Batch.3.event_id is invalid; batch.0.event', positions: [3, 0] },
    { message: 'data[2].user is invalid', positions: [2] },
    { message: 'Invalid DATA[1] and Data.4.', positions: [1, 4] },
    { message: 'data.4 and data.4 again', positions: [4] },
    { message: 'data.5, which is behind the last event', positions: [] },
    { message: `data.${'9'.repeat(400)}`, positions: [] },
    { message: 'metadata.1, data 1, data.user, data-1', positions: [] }
  ])('$message', ({ message, positions }) => {
    expect([...namedPositions(refusal(message), 5)]).toStrictEqual(positions)
  })

  test('are none without a message', () => {
    expect([...namedPositions({ verdict: 'refused', code: 40002 }, 5)]).toStrictEqual([])
  })
})

describe('a field that all events share is blamed', () => {
  test.each([
    'Invalid value for event_source: unknown.',
    'Invalid value for event_source_id: unknown.',
    'test_event_code is too long',
    "'partner_name': Field required"
  ])('by "%s"', (message) => {
    expect(blamesSharedField(refusal(message))).toBe(true)
  })

  test.each([
    'Invalid value for event_id: not a string.',
    'Invalid value for data.0.event_source: unknown.',
    // A text from an event, which any visitor may have written.
    'Invalid value for description: "event_source_id".',
    'my_event_source_id2 is invalid'
  ])('not by "%s"', (message) => {
    expect(blamesSharedField(refusal(message))).toBe(false)
  })

  test('by the code for a wrong partner name, but not by a message without a code', () => {
    expect(blamesSharedField({ verdict: 'refused', code: 40063 })).toBe(true)
    expect(blamesSharedField({ verdict: 'refused', status: 413 })).toBe(false)
  })
})

test.each([
  { answer: { verdict: 'refused', status: 413 } as const, isLarge: true, mayBlame: false },
  { answer: { verdict: 'refused', status: 413, code: 40002 } as const, isLarge: false, mayBlame: true },
  { answer: { verdict: 'refused', status: 400 } as const, isLarge: false, mayBlame: false },
  { answer: { verdict: 'refused', status: 200, code: 40063 } as const, isLarge: false, mayBlame: false }
])('$answer: too large $isLarge, may blame one event $mayBlame', ({ answer, isLarge, mayBlame }) => {
  expect(isTooLarge(answer)).toBe(isLarge)
  expect(mayBlameOneEvent(answer)).toBe(mayBlame)
})

test('partlyRefusedPositions names the events that a partial success left out', () => {
  const answer = { verdict: 'accepted', code: 20001, message: 'data.0.event; data.1.event; data.2.event' } as const
  expect([...partlyRefusedPositions(answer, 2)]).toStrictEqual([0, 1])
  expect([...partlyRefusedPositions(answer, 1)]).toStrictEqual([])
  expect([...partlyRefusedPositions({ ...answer, code: 0 }, 2)]).toStrictEqual([])
})
