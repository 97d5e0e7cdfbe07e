import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { readConfig } from '../../src/relay/config/read-config'
import { startRelay } from '../../src/relay/relay'
import { basic, post, purchase } from './support/post'
import { runRelay, source, WEB } from './support/use-relay'

const CUSTOM = {
  name: 'Custom',
  subscribe: 'event = "Quote Requested"',
  partnerAction: 'reportWebEvent',
  mapping: { event: 'SubmitForm', event_id: { '@path': '$.messageId' }, email: { '@path': '$.properties.mail' } }
}

const settings = { accessToken: 'sandbox-token', eventSetID: 'SANDBOX_OFFLINE' }
const STORE = { name: 'store', type: 'offline', settings, subscriptions: undefined } as const

it('sends an event to each destination of its source, by its mapping and its settings', async () => {
  const web = { ...WEB, subscriptions: [CUSTOM] }
  const running = await runRelay({
    sources: [source('shop', { destinations: [web, { ...WEB, name: 'presets' }, STORE] })]
  })
  const traits = { email: 'alice@mail.example' }
  await post(running.relay.origin, '/v1/batch', {
    batch: [
      purchase('order', { userId: 'u1', context: { traits } }),
      purchase('quote', { event: 'Quote Requested', properties: { mail: traits.email } })
    ]
  })
  const received = running.sandbox.accepted.map(({ event_source: from, data }) => [from, data.event, data.event_id])
  await running.close()
  expect(received.sort()).toStrictEqual([
    ['offline', 'CompletePayment', 'order'],
    ['web', 'CompletePayment', 'order'],
    ['web', 'SubmitForm', 'quote']
  ])
})

describe('the configuration of a destination', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relay-start-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const { type } = WEB

  it.each([
    [
      'a mapping to an unknown action',
      { type, settings: WEB.settings, mapping: 'mapping.json' },
      'sources.shop.destinations.web: subscriptions[0] (Custom).partnerAction is reportWeb, which is not an action'
    ],
    ['a missing setting', { type, settings: { accessToken: 'x' } }, 'sources.shop.destinations.web: settings.pixelCode']
  ])('is refused at the start: %s', async (_, web, message) => {
    await writeFile(join(folder, 'mapping.json'), JSON.stringify([{ ...CUSTOM, partnerAction: 'reportWeb' }]))
    const file = join(folder, 'relay.json')
    await writeFile(file, JSON.stringify({ port: 0, sources: { shop: { writeKey: 'key', destinations: { web } } } }))
    await expect(startRelay(readConfig(file, {}), pino({ level: 'silent' }))).rejects.toThrow(message)
  })
})

it('acknowledges no request that arrives on an open connection while it stops', async () => {
  const running = await runRelay()
  running.sandbox.fail({ delay: 500 })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (messageId: string) =>
    new Promise<unknown>((resolve) => {
      const options = { agent, method: 'POST', headers: { Authorization: basic('shop-key') } }
      request(`${running.relay.origin}/v1/track`, options, (response) => {
        response.resume()
        resolve([response.statusCode, response.headers['retry-after']])
      })
        .on('error', () => {
          resolve('closed')
        })
        .end(JSON.stringify(purchase(messageId)))
    })
  const answers = [send('first'), send('second')]
  while (running.sandbox.requests.length === 0) await setTimeout(10)
  const closed = running.close()
  const [first, second] = await Promise.all(answers)
  expect(first).toStrictEqual([200, undefined])
  // Node.js 24 usually closes the connection after the first answer, before it reads the second request.
  expect([[503, '5'], 'closed']).toContainEqual(second)
  await closed
  expect(running.sandbox.accepted.map(({ data }) => data.event_id)).toStrictEqual(['first'])
  agent.destroy()
})
