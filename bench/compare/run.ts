import type { SegmentEvent } from '@segment/actions-core'
import groupBy from 'lodash/groupBy'
import type { Sandbox } from '../../src/sandbox'
import type { Case } from './cases'
import type { Side } from './sides'

/** The result of one side for one case: the request reduced to that event, or the reason why nothing was sent. */
export type Outcome = { readonly sent: object } | { readonly refused: string }

/** The outcomes by case title. */
export type Outcomes = ReadonlyMap<string, Outcome>

/** Sends every case, one event per call. */
export async function runSingly(side: Side, cases: readonly Case[], sandbox: Sandbox): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>()
  for (const one of cases) {
    const batch = await send([one], sandbox, () => side.host.onEvent(one.event, side.settingsFor(one)))
    for (const [title, outcome] of batch) outcomes.set(title, outcome)
    side.host.responses.length = 0
  }
  return outcomes
}

/** Sends the cases in batches. Each batch contains all cases with the same preset and the same changes to it. */
export async function runInBatches(side: Side, cases: readonly Case[], sandbox: Sandbox): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>()
  for (const batch of Object.values(groupBy(cases, ({ preset, mapping }) => JSON.stringify([preset, mapping])))) {
    const [first] = batch
    if (first === undefined) continue
    const events = batch.map(({ event }) => event)
    const sent = await send(batch, sandbox, () => side.host.onBatch(events, side.settingsFor(first)))
    for (const [title, outcome] of sent) outcomes.set(title, outcome)
    side.host.responses.length = 0
  }
  return outcomes
}

async function send(cases: readonly Case[], sandbox: Sandbox, call: () => Promise<unknown>): Promise<Outcomes> {
  sandbox.reset()
  const refused = await call().then(
    () => 'refused',
    (error: unknown) => (error instanceof Error ? error.message : 'refused')
  )
  const sent = new Map(sandbox.requests.flatMap(({ body }) => eventsOf(body)))
  return new Map(
    cases.map(({ title, event }): [string, Outcome] => {
      const request = sent.get((event as SegmentEvent & { messageId: string }).messageId)
      return [title, request === undefined ? { refused } : { sent: request }]
    })
  )
}

/** Returns the events of a request by their IDs. Each is merged with the root of the request. */
function eventsOf(body: unknown): [id: string, request: object][] {
  const { data, ...root } = body as { data: { event_id: string }[] }
  return data.map((event) => [event.event_id, { ...root, ...event }])
}
