import { isDeepStrictEqual } from 'node:util'
import { faultFor } from './faults'
import { purchases } from './purchases'
import type { DemoEvent } from './demo-event'
import { listReasons } from './reasons'
import { runBatch } from './run-batch'
import type { Host } from './run-event'
import { heading, type Section } from './section'

const SIZE = 1000

/** Events that TikTok refuses without naming them. */
const REFUSED = ['purchase-0042', 'purchase-0500', 'purchase-0977']
const BROKEN_TIMESTAMP = 'purchase-0123'
const BROKEN_VALUE = 'purchase-0777'
const BAD = [...REFUSED, BROKEN_TIMESTAMP, BROKEN_VALUE].sort()

const MOST_REQUESTS = 64

/** Runs a thousand purchases in one call. A few of them are bad. */
export async function batchSection(host: Host): Promise<Section> {
  const { sandbox } = host
  sandbox.fail(
    faultFor(REFUSED, { code: 40002, message: 'Invalid request: at least one event is not valid.' }),
    Infinity
  )
  const { requests, delivered, bad } = await runBatch(purchases(SIZE).map(spoil), host)

  const ids = bad.map(({ messageId }) => messageId)
  const accepted = sandbox.accepted.map(({ data }) => data.event_id)
  const text = [
    heading(`A batch of ${SIZE} purchases, ${BAD.length} of them bad`),
    `${SIZE} events = ${delivered.length} delivered + ${bad.length} rejected, in ${requests} requests`,
    'Rejected:',
    ...listReasons(bad)
  ]
  const problems = [
    ...unless(same(delivered, accepted), 'Batch: what was reported as delivered is not what TikTok accepted'),
    ...unless(delivered.length + bad.length === SIZE, `Batch: ${delivered.length} + ${bad.length} is not ${SIZE}`),
    ...unless(same(ids, BAD), `Batch: rejected ${ids.join(', ')}; expected: ${BAD.join(', ')}`),
    ...unless(requests <= MOST_REQUESTS, `Batch: ${requests} requests; expected: at most ${MOST_REQUESTS}`)
  ]
  return { text: text.join('\n'), problems }
}

function spoil(event: DemoEvent): DemoEvent {
  if (event.messageId === BROKEN_TIMESTAMP) return { ...event, timestamp: 'last Tuesday' }
  if (event.messageId === BROKEN_VALUE) return { ...event, properties: { ...event.properties, value: '$12.50' } }
  return event
}

/** Whether two lists have the same elements in any order. */
function same(some: readonly unknown[], others: readonly unknown[]): boolean {
  return isDeepStrictEqual([...some].sort(), [...others].sort())
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem]
}
