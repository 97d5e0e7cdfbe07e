import omitBy from 'lodash/omitBy'
import pickBy from 'lodash/pickBy'
import { metricsOf } from '../support/metrics'
import { post, purchase } from '../support/post'
import { runRelay, type RunningRelay, source, WEB as PIXEL } from '../support/use-relay'

let running: RunningRelay
beforeEach(async () => {
  running = await runRelay({ sources: [source('shop'), source('store')] })
})
afterEach(() => running.close())

function send(...batch: object[]) {
  return post(running.relay.origin, '/v1/batch', { batch })
}

const metrics = () => metricsOf(running.relay.origin)

const WEB = 'source="shop",destination="web"'

it('count the steps of events by source, destination and TikTok event', async () => {
  await send(purchase('good'), purchase('bad', { timestamp: 'Tomato 5' }), { type: 'identify', userId: 'u1' })
  running.sandbox.fail({ status: 502 })
  await send(purchase('again'))
  const counters = pickBy(await metrics(), (_, name) => /^(?:received|events|dead|sent)_total/.test(name))
  expect(counters).toStrictEqual({
    'received_total{source="shop"}': 4,
    [`events_total{${WEB},event="CompletePayment",step="taken"}`]: 3,
    [`events_total{${WEB},event="CompletePayment",step="retry"}`]: 1,
    [`events_total{${WEB},event="CompletePayment",step="delivered"}`]: 1,
    [`events_total{${WEB},event="CompletePayment",step="rejected"}`]: 1,
    [`dead_total{${WEB},event="CompletePayment"}`]: 1,
    [`sent_total{${WEB}}`]: 2
  })
})

it.each([
  ['without a name, with spaces around its trigger', {}, ' type = "track" '],
  ['with a blank name', { name: ' ' }, 'type = "track"'],
  ['with spaces around its name', { name: ' Quotes ' }, 'type = "track"']
])('name the TikTok event of a subscription %s', async (_, name, subscribe) => {
  await running.close()
  const mapping = { event: 'SubmitForm', event_id: { '@path': '$.messageId' }, email: 'alice@mail.example' }
  const subscriptions = [{ ...name, subscribe, partnerAction: 'reportWebEvent', mapping }]
  running = await runRelay({ sources: [source('shop', { destinations: [{ ...PIXEL, subscriptions }] })] })
  await send(purchase('a'))
  const counters = pickBy(await metrics(), (_, name) => name.startsWith('events_total'))
  expect(counters).toStrictEqual({
    [`events_total{${WEB},event="SubmitForm",step="taken"}`]: 1,
    [`events_total{${WEB},event="SubmitForm",step="delivered"}`]: 1
  })
})

it('count the match keys of the events that are sent to TikTok', async () => {
  const traits = { email: 'alice@mail.example', phone: '+4915112345678', firstName: 'Alice', lastName: 'Example' }
  const address = { city: 'Berlin', state: 'BE', country: 'DE', postalCode: '10115' }
  const context = { ip: '203.0.113.7', userAgent: 'Firefox', traits: { ...traits, address } }
  const properties = { ttclid: 'click', ttp: 'cookie' }
  await send(
    purchase('all', { userId: 'u1', context, properties }),
    purchase('few', { context: { ip: '203.0.113.7' } })
  )
  await send(purchase('none', { context: { ip: 'unknown', userAgent: 'Firefox' } }))
  const keys = ['email', 'phone', 'external_id', 'first_name', 'last_name', 'city', 'state', 'country', 'zip_code']
  const counters = pickBy(await metrics(), (_, name) => name.startsWith('match_keys_total'))
  expect(counters).toStrictEqual({
    ...Object.fromEntries([...keys, 'ttclid', 'ttp'].map((key) => [`match_keys_total{${WEB},key="${key}"}`, 1])),
    [`match_keys_total{${WEB},key="ip"}`]: 2,
    [`match_keys_total{${WEB},key="user_agent"}`]: 2,
    [`match_keys_total{${WEB},key="any"}`]: 2
  })
  expect((await metrics())[`sent_total{${WEB}}`]).toBe(3)
})

it('show how many events wait, and for how long', async () => {
  running.sandbox.fail({ delay: 800 })
  const answer = send(purchase('slow'))
  let waiting: Record<string, number>
  do waiting = await metrics()
  while ((waiting[`oldest_seconds{${WEB}}`] ?? 0) < 0.2)
  expect(waiting[`depth{${WEB}}`]).toBe(1)
  await answer
  const settled = await metrics()
  expect([settled[`depth{${WEB}}`], settled[`oldest_seconds{${WEB}}`]]).toStrictEqual([0, 0])
})

it('show why a destination is paused', async () => {
  running.sandbox.fail({ code: 40105 })
  await send(purchase('a'))
  const paused = pickBy(await metrics(), (_, name) => name.startsWith('paused'))
  expect(paused).toStrictEqual({ [`paused{${WEB},cause="denied"}`]: 1 })
})

it('measure batches, requests to TikTok and requests of clients', async () => {
  await send(purchase('a'), purchase('b'))
  running.sandbox.fail({ reset: true })
  await send(purchase('c'))
  const all = await metrics()
  const counts = omitBy(
    pickBy(all, (_, name) => /_count/.test(name)),
    (_, name) => name.startsWith('nodejs')
  )
  expect(counts).toStrictEqual({
    [`batch_events_count{${WEB}}`]: 2,
    [`batch_seconds_count{${WEB}}`]: 2,
    [`tiktok_request_seconds_count{${WEB},status="200"}`]: 1,
    [`tiktok_request_seconds_count{${WEB},status="0"}`]: 1,
    'http_seconds_count{endpoint="/v1/batch",status="200"}': 1,
    'http_seconds_count{endpoint="/v1/batch",status="503"}': 1
  })
  expect(all[`batch_events_sum{${WEB}}`]).toBe(3)
})

it('have no labels for unknown paths, because anyone can request them', async () => {
  await post(running.relay.origin, '/v1/invented', {})
  await post(running.relay.origin, '/v1/batch', {}, { writeKey: 'wrong' })
  const names = Object.keys(await metrics()).filter((name) => name.startsWith('http_seconds_count'))
  expect(names).toStrictEqual(['http_seconds_count{endpoint="/v1/batch",status="401"}'])
})
