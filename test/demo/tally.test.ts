import { outcomeOf, tally } from '../../demo/tally'
import { delivered, rejected, run } from './runs'

const broken = rejected({ status: 400, message: 'Broken.' })

describe('outcomeOf', () => {
  it.each([
    ['not subscribed', []],
    ['delivered', [delivered, delivered]],
    ['rejected', [delivered, broken]]
  ])('is %s', (outcome, attempts) => {
    expect(outcomeOf(run('a', ...attempts))).toBe(outcome)
  })
})

describe('tally', () => {
  it('adds up to the number of events, even if an event matches several subscriptions', () => {
    expect(tally([run('a', delivered, delivered), run('b', broken), run('c')])).toBe(
      '3 events = 1 delivered + 1 rejected + 1 not subscribed\nRejected:\n  1 × 400 Broken.\n      b'
    )
  })

  it('lists no reasons if there are none', () => {
    expect(tally([run('a', delivered)])).toBe('1 events = 1 delivered + 0 rejected + 0 not subscribed')
  })
})
