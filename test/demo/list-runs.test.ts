import { listRuns } from '../../demo/list-runs'
import { delivered, rejected, run } from './runs'

describe('listRuns', () => {
  const lines = listRuns([
    run('a', delivered, rejected({ status: 400, message: 'Value must be a number. Nothing else.' })),
    run('b'),
    { event: { messageId: 'c', type: 'page', name: 'Home' }, attempts: [delivered] }
  ])

  it('lists each matched subscription and each unmatched event', () => {
    expect(lines).toStrictEqual([
      '✓ Order Completed → CompletePayment',
      '    Preset      Complete Payment',
      '    Match keys  email ext_id',
      '✗ Order Completed → CompletePayment',
      '    Preset      Complete Payment',
      '    Match keys  (no request)',
      '    Rejected    400 Value must be a number.',
      '– Order Completed: not subscribed',
      '✓ (page) Home → CompletePayment',
      '    Preset      Complete Payment',
      '    Match keys  email ext_id'
    ])
  })

  it('wraps long texts between words at 80 columns, without colours', () => {
    const message = 'The value is too long for one line of the list, so it continues on another.'
    const wrapped = listRuns([run('a', rejected({ status: 400, message }))])
    expect(wrapped.slice(-2)).toStrictEqual([
      '    Rejected    400 The value is too long for one line of the list, so it',
      '                continues on another.'
    ])
    expect(wrapped.join('')).not.toContain('\u001b')
  })
})
