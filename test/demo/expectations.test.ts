import { differences, type Expectation } from '../../demo/expectations'
import { delivered, rejected, run } from './runs'

const broken = rejected({ status: 400, message: 'The value is broken.' })

describe('differences', () => {
  it('finds none if the result is as expected', () => {
    const expected = {
      a: { outcome: 'delivered', sentAs: ['CompletePayment'] },
      b: { outcome: 'rejected', reason: 'value' },
      c: { outcome: 'not subscribed' }
    }
    expect(differences([run('a', delivered), run('b', broken), run('c')], expected, 3)).toStrictEqual([])
  })

  it.each<[string, Expectation]>([
    ['a: delivered; expected: rejected', { outcome: 'rejected' }],
    ['a: sent as CompletePayment; expected: Purchase', { outcome: 'delivered', sentAs: ['Purchase'] }]
  ])('reports: %s', (difference, expectation) => {
    expect(differences([run('a', delivered)], { a: expectation }, 1)).toStrictEqual([difference])
  })

  it('compares the reason', () => {
    expect(differences([run('a', broken)], { a: { outcome: 'rejected', reason: 'currency' } }, 1)).toStrictEqual([
      'a: rejected with "The value is broken."; expected: "currency"'
    ])
  })

  it('reports events that are missing, repeated or unexpected', () => {
    const expected = { a: { outcome: 'delivered' }, b: { outcome: 'delivered' } }
    expect(differences([run('a', delivered), run('a', delivered), run('c')], expected, 4)).toStrictEqual([
      '3 of 4 events were run',
      'a: more than one event has this ID',
      'b: expected, but no event has this ID',
      'c: not subscribed, but it has no expected outcome'
    ])
  })
})
