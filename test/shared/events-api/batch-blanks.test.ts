import { type Sandbox, startSandbox } from '../../../src/sandbox'
import { defaultValues, Destination, type JSONObject, type SegmentEvent } from '@segment/actions-core'
import { tiktokConversions } from '../../../src'
import { redirectTo } from '../../../src/sandbox'

/** The framework drops a blank text from a single event but keeps it in a batch. The result must be the same. */
describe('a blank value has the same effect in a single event and in a batch', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.reset()
  })
  afterAll(() => sandbox.close())

  const fields = tiktokConversions.actions['reportWebEvent']?.fields ?? {}
  const mapping: JSONObject = { ...(defaultValues(fields) as JSONObject), event: { '@path': '$.event' } }
  const settings: JSONObject = {
    accessToken: 'sandbox-token',
    pixelCode: 'SANDBOX_PIXEL',
    subscription: { subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }
  }
  const base: SegmentEvent = {
    messageId: 'm1',
    type: 'track',
    event: 'Contact',
    userId: 'u1',
    timestamp: '2026-11-19T12:00:00.000Z'
  }

  async function both(event: SegmentEvent) {
    const destination = new Destination(redirectTo(tiktokConversions, sandbox.origin))
    const status = await destination.onEvent(event, settings).then(
      () => 200,
      (error: unknown) => (error as { status: number }).status
    )
    const [batch] = await destination.onBatch([event], settings)
    return { single: status, batch: batch?.multistatus?.[0]?.status, bodies: sandbox.accepted.map(({ data }) => data) }
  }

  it.each(['', ' '])('refuses the event name %p', async (event) => {
    expect(await both({ ...base, event })).toStrictEqual({ single: 400, batch: 400, bodies: [] })
  })

  it.each([
    { title: 'a choice', properties: { delivery_category: '' } },
    { title: 'text', properties: { order_id: '', query: ' ', currency: '' } },
    { title: 'a number', properties: { value: '', num_items: '' } },
    { title: 'a person', properties: { email: '', phone: ' ', address: { city: '', postal_code: '' } } },
    { title: 'an array', properties: { content_ids: ['', ' '], email: [''] } }
  ])('leaves out $title', async ({ properties }) => {
    const { single, batch, bodies } = await both({ ...base, properties })
    const event = {
      event: 'Contact',
      event_time: 1795089600,
      event_id: 'm1',
      user: { external_id: ['bb82030dbc2bcaba32a90bf2e207a84a856fc5f033b77c480836ab6f77f40f19'] },
      limited_data_use: false
    }
    expect({ single, batch, bodies }).toStrictEqual({ single: 200, batch: 200, bodies: [event, event] })
  })

  it.each(['timestamp', 'messageId', 'userId'] as const)('leaves out a blank %s', async (key) => {
    const { single, batch, bodies } = await both({ ...base, [key]: '' })
    expect([single, batch]).toStrictEqual([200, 200])
    expect(Object.keys(bodies[0] ?? {})).toStrictEqual(Object.keys(bodies[1] ?? {}))
  })
})
