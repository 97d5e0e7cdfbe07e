import type { JSONObject } from '@segment/actions-core'
import { payloadsOf } from '../hosts'
import { compare } from '../measure'
import { type Contender, ours, peer, settingsFor } from '../peers'
import { type Row, rowOf } from '../row'
import { purchases, type Shape } from '../workload'

const EVENTS = 2000

/** What the sandbox answers, and what the peer's `perform` hands through. */
const ANSWER = Promise.resolve({
  status: 200,
  content: '{"code":0,"message":"OK","request_id":"20261120120000123456789012","data":{}}'
})

/** Payload → request text: `perform` with a client that writes the text and sends nothing. */
export async function perform(): Promise<Row[]> {
  return [
    await row('3 products, phone in E.164', {}, 2),
    await row('3 products, formatted phone', { phone: 'formatted' }, 2),
    await row('no products, phone in E.164', { products: 0 }, 2),
    // The peer drops the country here and hashes a number that is nobody's: it does less, so there is no target.
    await row('3 products, national phone', { phone: 'national' })
  ]
}

async function row(what: string, shape: Shape, target?: number): Promise<Row> {
  const events = purchases(EVENTS, shape)
  const comparison = await compare(await work(ours, events), await work(peer, events), {
    operations: EVENTS,
    rounds: 41
  })
  return rowOf(`payload → request text: ${what}`, "the peer's perform", comparison, target)
}

async function work(contender: Contender, events: ReturnType<typeof purchases>): Promise<() => Promise<void>> {
  const payloads = await payloadsOf(contender, events)
  const send = contender.definition.actions['reportWebEvent']?.perform as unknown as (
    request: (url: string, options: { json: JSONObject }) => unknown,
    data: { payload: JSONObject; settings: JSONObject }
  ) => Promise<unknown>
  const settings = settingsFor({})
  // Kept where it can be seen, so that nobody can optimise the text away.
  const written = { length: 0 }
  const request = (_url: string, { json }: { json: JSONObject }) => {
    written.length += JSON.stringify(json).length
    return ANSWER
  }
  return async () => {
    written.length = 0
    for (const payload of payloads) await send(request, { payload, settings })
    if (written.length < payloads.length * 300) throw new Error(`${contender.name} did not write its requests.`)
  }
}
