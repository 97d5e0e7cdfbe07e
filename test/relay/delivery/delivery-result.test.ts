import { combineOutcomes } from '../../../src/relay/delivery/delivery-result'
import type { Outcome, OutcomeStatus } from '../../../src/runtime'

function outcome(status: OutcomeStatus): Outcome {
  return { subscription: 'A', action: 'reportWebEvent', status, httpStatus: 200, message: status }
}

it('the result is ignored when no subscription matches the event', () => {
  expect(combineOutcomes({ outcomes: [] })).toStrictEqual({ status: 'ignored' })
})

it.each<[OutcomeStatus, OutcomeStatus[]]>([
  ['delivered', ['delivered', 'delivered']],
  ['rejected', ['delivered', 'rejected', 'delivered']],
  ['retry', ['delivered', 'retry', 'rejected']],
  ['denied', ['retry', 'denied', 'rejected', 'delivered']]
])('the result is %s when the outcomes are %j', (status, statuses) => {
  expect(combineOutcomes({ outcomes: statuses.map(outcome) })).toStrictEqual({ status, outcome: outcome(status) })
})
