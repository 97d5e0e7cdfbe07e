// Sends a file in batches of 1,000 with our destination's `onBatch`, as a user of actions-core would.
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { argv } from 'node:process'
import { createInterface } from 'node:readline'

const BATCH = 1000

const [, , origin, file] = argv
const load = createRequire(import.meta.url)
const { Destination } = load('@segment/actions-core')
const definition = load('segment-tiktok-destinations/tiktok-conversions')
const { redirectTo } = load('segment-tiktok-destinations/sandbox')

const host = new Destination(redirectTo(definition, origin, { timeout: 60_000 }))
const subscription = definition.presets.find(({ name }) => name === 'Complete Payment')
const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL', subscription }

async function send(events) {
  await host.onBatch(events, settings)
  // actions-core keeps all responses and requests.
  host.responses.length = 0
}

let events = []
for await (const line of createInterface({ input: createReadStream(file) })) {
  events.push(JSON.parse(line))
  if (events.length < BATCH) continue
  await send(events)
  events = []
}
if (events.length > 0) await send(events)
