import { isDeepStrictEqual } from 'node:util'
import { faultFor } from './faults'
import { purchases } from './purchases'
import type { DemoEvent } from './demo-event'
import { listReasons } from './reasons'
import { runBatch } from './run-batch'
import type { DemoDestination } from './run-event'
import { heading, type Section } from './section'

const BATCH_SIZE = 1000

/** Events that TikTok refuses without naming them. */
const REFUSED = ['purchase-0042', 'purchase-0500', 'purchase-0977']
const BROKEN_TIMESTAMP = 'purchase-0123'
const BROKEN_VALUE = 'purchase-0777'
const BAD_EVENTS = [...REFUSED, BROKEN_TIMESTAMP, BROKEN_VALUE].sort()

const MAX_REQUESTS = 64

/** Runs a thousand purchases in one call. A few of them are bad. */
export async function batchSection(destination: DemoDestination): Promise<Section> {
  const { sandbox } = destination
  sandbox.fail(
    faultFor(REFUSED, { code: 40002, message: 'Invalid request: at least one event is not valid.' }),
    Infinity
  )
  const { requests, delivered, bad } = await runBatch(purchases(BATCH_SIZE).map(breakEvent), destination)

  const ids = bad.map(({ messageId }) => messageId)
  const accepted = sandbox.accepted.map(({ data }) => data.event_id)
  const text = [
    heading(`A batch of ${BATCH_SIZE} purchases, ${BAD_EVENTS.length} of them bad`),
    `${BATCH_SIZE} events = ${delivered.length} delivered + ${bad.length} rejected, in ${requests} requests`,
    'Rejected:',
    ...listReasons(bad)
  ]
  const problems = [
    ...unless(haveSameElements(delivered, accepted), 'Batch: the delivered events are not those that TikTok accepted'),
    ...unless(
      delivered.length + bad.length === BATCH_SIZE,
      `Batch: ${delivered.length} + ${bad.length} is not ${BATCH_SIZE}`
    ),
    ...unless(
      haveSameElements(ids, BAD_EVENTS),
      `Batch: rejected ${ids.join(', ')}; expected: ${BAD_EVENTS.join(', ')}`
    ),
    ...unless(requests <= MAX_REQUESTS, `Batch: ${requests} requests; expected: at most ${MAX_REQUESTS}`)
  ]
  return { text: text.join('\n'), problems }
}

function breakEvent(event: DemoEvent): DemoEvent {
  if (event.messageId === BROKEN_TIMESTAMP) return { ...event, timestamp: 'last Tuesday' }
  if (event.messageId === BROKEN_VALUE) return { ...event, properties: { ...event.properties, value: '$12.50' } }
  return event
}

/** Whether two lists have the same elements in any order. */
function haveSameElements(first: readonly unknown[], second: readonly unknown[]): boolean {
  return isDeepStrictEqual([...first].sort(), [...second].sort())
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem]
}
