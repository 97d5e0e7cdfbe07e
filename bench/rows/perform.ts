import type { JSONObject } from '@segment/actions-core'
import { hash } from 'node:crypto'
import { payloadsOf } from '../hosts'
import { compare } from '../measure'
import { type Implementation, ours, official, settingsFor } from '../implementations'
import { type Row, rowOf } from '../row'
import { type PurchaseOptions, purchases } from '../workload'

const EVENTS = 2000

/** The answer of the sandbox. */
const ANSWER = Promise.resolve({
  status: 200,
  content: '{"code":0,"message":"OK","request_id":"20261120120000123456789012","data":{}}'
})

type Request = (url: string, options: { json: JSONObject }) => unknown
type Perform = (request: Request, data: { payload: JSONObject; settings: JSONObject }) => Promise<unknown>

/**
 * Compares how long `perform` takes to turn a payload into the text of a request. The client serialises the request and
 * sends nothing.
 */
export async function perform(): Promise<Row[]> {
  return [
    await compareWithOfficial('3 products, phone in E.164', {}),
    await compareWithOfficial('3 products, formatted phone', { phone: 'formatted' }),
    await compareWithOfficial('no products, phone in E.164', { products: 0 }),
    // The official destination does less here: it ignores the country and hashes a wrong number.
    await compareWithOfficial('3 products, national phone', { phone: 'national' }),
    await compareWithMinimum()
  ]
}

async function compareWithOfficial(title: string, purchase: PurchaseOptions): Promise<Row> {
  const events = purchases(EVENTS, purchase)
  const [mine, theirs] = [await work(ours, events), await work(official, events)]
  const comparison = await compare(mine, theirs, { operations: EVENTS, rounds: 41 })
  return rowOf(`payload → request text: ${title}`, 'the official perform', comparison)
}

/** Compares with the work that every builder must do: serialise the same bodies, and make six hashes for each. */
async function compareWithMinimum(): Promise<Row> {
  const events = purchases(EVENTS)
  const bodies: JSONObject[] = []
  const send = performOf(ours)
  const keep: Request = (_url, { json }) => {
    bodies.push(json)
    return ANSWER
  }
  for (const payload of await payloadsOf(ours, events)) await send(keep, { payload, settings: settingsFor({}) })
  const minimum = () => {
    let length = 0
    for (const [index, body] of bodies.entries()) {
      length += JSON.stringify(body).length
      for (let key = 0; key < 6; key += 1) length += hash('sha256', `person.${index}.${key}@example.com`).length
    }
    if (length < bodies.length * 1000) throw new Error('The bodies are too short for purchases.')
  }
  const comparison = await compare(await work(ours, events), minimum, { operations: EVENTS, rounds: 41 })
  return rowOf('payload → request text: 3 products, phone in E.164', 'JSON.stringify and six hashes alone', comparison)
}

function performOf({ definition }: Implementation): Perform {
  return definition.actions['reportWebEvent']?.perform as unknown as Perform
}

async function work(
  implementation: Implementation,
  events: ReturnType<typeof purchases>
): Promise<() => Promise<void>> {
  const payloads = await payloadsOf(implementation, events)
  const send = performOf(implementation)
  const settings = settingsFor({})
  // The length is checked below, so that the engine cannot skip the serialisation.
  const written = { length: 0 }
  const request: Request = (_url, { json }) => {
    written.length += JSON.stringify(json).length
    return ANSWER
  }
  return async () => {
    written.length = 0
    for (const payload of payloads) await send(request, { payload, settings })
    if (written.length < payloads.length * 300) throw new Error(`${implementation.name} did not write its requests.`)
  }
}
