import { verdictOf } from '../../../src/relay/delivery/verdict'
import type { Outcome, OutcomeStatus } from '../../../src/runtime'

function outcome(status: OutcomeStatus): Outcome {
  return { subscription: 'A', action: 'reportWebEvent', status, httpStatus: 200, message: status }
}

it('is ignored when no subscription takes the event', () => {
  expect(verdictOf({ outcomes: [] })).toStrictEqual({ fate: 'ignored' })
})

it.each<[OutcomeStatus, OutcomeStatus[]]>([
  ['delivered', ['delivered', 'delivered']],
  ['rejected', ['delivered', 'rejected', 'delivered']],
  ['retry', ['delivered', 'retry', 'rejected']],
  ['denied', ['retry', 'denied', 'rejected', 'delivered']]
])('is %s when the outcomes are %j', (fate, statuses) => {
  expect(verdictOf({ outcomes: statuses.map(outcome) })).toStrictEqual({ fate, outcome: outcome(fate) })
})
