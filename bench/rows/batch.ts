import type { JSONObject } from '@segment/actions-core'
import { hostOf } from '../hosts'
import { compare } from '../measure'
import { core, ours, presetOf, settingsFor } from '../implementations'
import { type Row, rowOf } from '../row'
import { purchases } from '../workload'

const EVENTS = 1000

type PerformBatch = (request: unknown, data: { payload: JSONObject[] }) => Promise<unknown>

/** Compares our `onBatch` with actions-core alone: the same mapping, and an action that does nothing. */
export async function batch(): Promise<Row[]> {
  const events = purchases(EVENTS)
  const settings = settingsFor(presetOf(ours, 'Complete Payment'))
  const own = ours.definition.actions['reportWebEvent']?.performBatch as unknown as PerformBatch

  // A stub takes the requests, so none leaves the process.
  let sent = 0
  const request = (_url: string, { json }: { json: JSONObject }) => {
    sent += JSON.stringify(json).length
    return Promise.resolve({ status: 200, content: '{"code":0,"message":"OK","request_id":"1","data":{}}' })
  }
  const full = hostOf(ours, {
    performBatch: (_request: unknown, data: { payload: JSONObject[] }) => own(request, data)
  })
  const nothing = hostOf(ours, { performBatch: () => new core.MultiStatusResponse() })

  const comparison = await compare(
    () => full.onBatch(events, settings),
    () => nothing.onBatch(events, settings),
    { operations: EVENTS }
  )
  if (sent < EVENTS * 1000) throw new Error('The batch was not sent.')
  return [
    rowOf('onBatch of 1,000 purchases, the request stubbed', 'actions-core, an action that does nothing', comparison)
  ]
}
