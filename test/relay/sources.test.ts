import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { metricsOf } from './support/metrics'
import { post, purchase } from './support/post'
import { runRelay, type RunningRelay, source, WEB } from './support/use-relay'

const DEAD_TOKEN = { ...WEB, settings: { ...WEB.settings, accessToken: 'dead' } }

let running: RunningRelay
beforeEach(async () => {
  running = await runRelay({ sources: [source('shop'), source('store', { destinations: [DEAD_TOKEN] })] })
})
afterEach(() => running.close())

/** Sends a good and a bad purchase from each source at the same time, with the same IDs. */
async function sendFromBoth(): Promise<{ shop: unknown[]; store: unknown[] }> {
  const [shop, store] = await Promise.all(
    ['shop', 'store'].map(async (name) => {
      const traits = { email: `${name}@mail.example` }
      const batch = [
        purchase('good', { context: { traits } }),
        purchase('bad', { userId: name, timestamp: 'Tomato 5' })
      ]
      const { status, body } = await post(running.relay.origin, '/v1/batch', { batch }, { writeKey: `${name}-key` })
      return [status, body]
    })
  )
  return { shop: shop ?? [], store: store ?? [] }
}

it('the answer to a source depends only on its own events', async () => {
  expect(await sendFromBoth()).toStrictEqual({
    shop: [200, { success: true }],
    store: [503, { error: 'Not all events are delivered or stored. Send the request again.' }]
  })
})

it('events of two sources share no request to TikTok', async () => {
  await sendFromBoth()
  const batches = running.sandbox.requests.map(({ body }) => (body as { data: unknown[] }).data.length)
  expect(batches).toStrictEqual([1, 1])
})

it('a dead letter contains an event of its own source', async () => {
  await sendFromBoth()
  const folder = join(running.folder, 'dead-letters')
  const [name = ''] = await readdir(folder)
  const lines = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n')
  const letters = lines.map((line) => JSON.parse(line) as { source: string; event: { userId: string } })
  expect(letters.map((letter) => [letter.source, letter.event.userId]).sort()).toStrictEqual([
    ['shop', 'shop'],
    ['store', 'store']
  ])
})

it('metrics count each source separately', async () => {
  await sendFromBoth()
  const metrics = await metricsOf(running.relay.origin)
  const steps = Object.entries(metrics).filter(([name]) => /^(?:received|events)_total/.test(name))
  const count = 'destination="web",event="CompletePayment",step='
  expect(Object.fromEntries(steps)).toStrictEqual({
    'received_total{source="shop"}': 2,
    'received_total{source="store"}': 2,
    [`events_total{source="shop",${count}"taken"}`]: 2,
    [`events_total{source="shop",${count}"delivered"}`]: 1,
    [`events_total{source="shop",${count}"rejected"}`]: 1,
    [`events_total{source="store",${count}"taken"}`]: 2,
    [`events_total{source="store",${count}"denied"}`]: 1,
    [`events_total{source="store",${count}"rejected"}`]: 1
  })
})

it('the log contains no part of an event, and each line names one source', async () => {
  await sendFromBoth()
  const lines = running.log().trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { source: string }).source).sort()).toStrictEqual(['shop', 'store'])
  expect(running.log()).not.toMatch(/mail\.example|good|bad|Tomato|shop-key|store-key/)
})
