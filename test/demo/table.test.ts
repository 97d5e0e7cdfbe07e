import { runsTable } from '../../demo/table'
import { delivered, rejected, run } from './runs'

describe('runsTable', () => {
  const table = runsTable([
    run('a', delivered, rejected({ status: 400, message: 'Value must be a number. Nothing else.' })),
    run('b'),
    { event: { messageId: 'c', type: 'page', name: 'Home' }, attempts: [delivered] }
  ])
  const cells = table.split('\n').map((line) => line.split('│').map((cell) => cell.trim()))

  it('has a row per matched subscription and one for unmatched events', () => {
    expect(cells.filter(([, event]) => event).map((row) => row.slice(1, -1))).toStrictEqual([
      ['Segment event', 'Preset', 'TikTok event', 'Match keys sent', 'Answer'],
      ['Order Completed', 'Complete Payment', 'CompletePayment', 'email ext_id', '✓ accepted'],
      ['Order Completed', 'Complete Payment', 'CompletePayment', '(no request)', '✗ 400 Value must be a'],
      ['Order Completed', '–', '–', '–', 'not subscribed'],
      ['(page) Home', 'Complete Payment', 'CompletePayment', 'email ext_id', '✓ accepted']
    ])
  })

  it('fits into 140 columns, without colours', () => {
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140)
    expect(table).not.toContain('\u001b')
  })
})
