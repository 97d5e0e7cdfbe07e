/** @jest-environment jsdom */
import fc from 'fast-check'
import type { AnalyticsEvent } from '../../../src/destinations/tiktok-pixel/analytics-types'
import { connected } from './pixel-page'

type Choice = 'granted' | 'denied' | 'none'

const stamp = (choice: Choice): AnalyticsEvent =>
  choice === 'none' ? {} : { context: { consent: { categoryPreferences: { Advertising: choice === 'granted' } } } }

const choices = fc.constantFrom<Choice>('granted', 'denied', 'none')
/** Events in groups. analytics.js runs the enrichments of a whole group before its first action. */
const groups = fc.array(fc.array(choices, { minLength: 1, maxLength: 4 }), { maxLength: 20 })

/** Reports all groups in strict mode, and returns the ID of each tracked event. */
function trackedIds(given: Choice[][]): string[] {
  const { client, report, calls } = connected({ consentMode: 'strict' })
  given.forEach((group, tick) => {
    for (const choice of group) client.observeConsent(stamp(choice))
    group.forEach((choice, index) => {
      report({ event_id: `${tick}.${index}`, email: `${tick}.${index}@example.com` }, stamp(choice))
    })
  })
  const tracked = calls().filter(([method]) => method === 'track')
  return tracked.map(([, , , options]) => (options as { event_id: string }).event_id)
}

/** The latest choice after a group. */
const latest = (given: Choice[][]) =>
  given
    .flat()
    .filter((choice) => choice !== 'none')
    .pop() ?? 'none'

test('an event is tracked if and only if its own choice and the latest choice allow it, or a later grant releases it', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const expected = given.flatMap((group, tick) => {
        const current = latest(given.slice(0, tick + 1))
        // Held events wait for the first group with a choice: its first choice releases or drops them.
        const next = given
          .slice(tick + 1)
          .flat()
          .find((choice) => choice !== 'none')
        return group.flatMap((choice, index) => {
          const isTracked = current === 'none' ? next === 'granted' : current === 'granted' && choice !== 'denied'
          return isTracked ? [`${tick}.${index}`] : []
        })
      })
      expect(trackedIds(given)).toStrictEqual(expected)
    })
  )
})
