import type { JSONObject, RequestClient } from '@segment/actions-core'
import { hash } from 'node:crypto'
import { createRequire } from 'node:module'
import { official, ours, presetOf, runtime as library, settingsFor } from '../implementations'
import { sendSingly, hostOf } from '../hosts'
import { compare } from '../measure'
import { type Row, rowOf } from '../row'
import { purchases } from '../workload'

const EVENTS = 2000

type TransformBatch = (mapping: JSONObject, events: readonly object[]) => JSONObject[]
type Perform = (request: unknown, data: { payload: JSONObject }) => unknown

const { transformBatch } = createRequire(__filename)('@segment/actions-core/mapping-kit') as {
  transformBatch: TransformBatch
}

const ANSWER = Promise.resolve({ status: 200, content: '{"code":0,"message":"OK","request_id":"1","data":{}}' })

/** A client that serialises the request and sends nothing. */
const request = (_url: string, { json }: { json: object }) => {
  if (JSON.stringify(json).length < 300) throw new Error('The request is too short for a purchase.')
  return ANSWER
}

/** Compares the runtime with the code that it replaces, and with the minimum of work. The requests are stubbed. */
export async function runtime(): Promise<Row[]> {
  return [await compareMapping(), await compareSingleEvents(), await compareWithMinimum()]
}

const options = { operations: EVENTS, rounds: 21 }
const events = purchases(EVENTS)

function connection(client: (url: string, options: { json: object }) => unknown = request) {
  const { accessToken, pixelCode } = settingsFor({})
  return library.connect(ours.definition, { accessToken, pixelCode } as never, {
    request: client as unknown as RequestClient,
    subscriptions: [presetOf(ours, 'Complete Payment')]
  })
}

async function compareMapping(): Promise<Row> {
  const mapping = presetOf(ours, 'Complete Payment').mapping ?? {}
  const map = library.compileMapping(mapping)
  const comparison = await compare(
    () => events.map(map),
    () => transformBatch(mapping, events),
    options
  )
  return rowOf('event → payload: compileMapping, Complete Payment', "actions-core's transformBatch", comparison)
}

async function compareSingleEvents(): Promise<Row> {
  const tiktok = connection()
  const perform = official.definition.actions['reportWebEvent']?.perform as unknown as Perform
  const host = hostOf(official, { perform: (_request, data) => perform(request, data) })
  const settings = settingsFor(presetOf(official, 'Complete Payment'))
  const comparison = await compare(
    async () => {
      for (const event of events) await tiktok.send(event)
    },
    () => sendSingly(host, events, settings, 1),
    options
  )
  return rowOf('one event, one call: connect', 'the official onEvent', comparison)
}

/** Compares with the work that every implementation must do: parse, make six hashes and serialise. */
async function compareWithMinimum(): Promise<Row> {
  const tiktok = connection()
  const lines = events.map((event) => JSON.stringify(event))
  const requests: object[] = []
  const capturing = connection((_url, { json }) => {
    requests.push(json)
    return ANSWER
  })
  await capturing.send(events)
  const comparison = await compare(
    () => tiktok.send(lines.map((line) => JSON.parse(line) as unknown)),
    () => {
      for (const [index, line] of lines.entries()) {
        JSON.parse(line)
        for (let key = 0; key < 6; key += 1) hash('sha256', `person.${index}.${key}@example.com`)
      }
      for (const json of requests) void request('', { json })
    },
    options
  )
  return rowOf(
    'JSON line → request text: connect, 2,000 in one call',
    'JSON.parse, six hashes and JSON.stringify alone',
    comparison
  )
}
