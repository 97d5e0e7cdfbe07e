import { faultFor } from '../../demo/faults'
import { firstSentence } from '../../demo/first-sentence'
import { purchases } from '../../demo/purchases'
import { listReasons } from '../../demo/reasons'

describe('firstSentence', () => {
  it('ends at the first full stop that a space follows', () => {
    expect(firstSentence('Field (lead_fields.lead_id) is blank. Map it.')).toBe('Field (lead_fields.lead_id) is blank.')
  })

  it('cuts a long sentence at a word', () => {
    expect(firstSentence('one two three four', 10)).toBe('one two …')
  })
})

describe('listReasons', () => {
  it('lists each reason once, even with different request IDs', () => {
    const refused = (id: number) => `TikTok refused the event. (code 40002, request ${id})`
    expect(
      listReasons([
        { messageId: 'a', status: 400, message: refused(1) },
        { messageId: 'b', status: 429, message: 'Busy.' },
        { messageId: 'c', status: 400, message: refused(2) }
      ])
    ).toStrictEqual(['  2 × 400 TikTok refused the event. (code 40002)', '      a, c', '  1 × 429 Busy.', '      b'])
  })
})

describe('purchases', () => {
  it('makes the same events on every run, each with its own ID', () => {
    const made = purchases(1000)
    expect(purchases(1000)).toStrictEqual(made)
    expect(new Set(made.map(({ messageId }) => messageId)).size).toBe(1000)
  })
})

describe('faultFor', () => {
  it('applies only to requests with one of the events', () => {
    const fault = faultFor(['b'], { code: 40002 })
    expect(fault({ data: [{ event_id: 'a' }, { event_id: 'b' }] })).toStrictEqual({ code: 40002 })
    expect(fault({ data: [{ event_id: 'a' }, {}] })).toBeUndefined()
    expect(fault('text')).toBeUndefined()
  })
})
