import { Destination, type SegmentEvent } from '@segment/actions-core'
import { tiktokConversions } from '../../src'
import { connect } from '../../src/runtime'
import { redirectTo } from '../../src/sandbox'
import { useSandbox } from '../support/use-sandbox'

const running = useSandbox()
const settings = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }

function order(messageId: string): SegmentEvent {
  return { type: 'track', event: 'Order Completed', messageId, userId: 'u1', context: {}, properties: { value: 1 } }
}

function nested(levels: number): object {
  let value: object = {}
  for (let level = 0; level < levels; level += 1) value = { value }
  return value
}

const cases: { title: string; event: unknown; withConnect: string }[] = [
  { title: 'null', event: null, withConnect: 'rejected' },
  { title: 'an event whose context is null', event: { ...order('bad'), context: null }, withConnect: 'delivered' },
  {
    title: 'an email address that cannot be converted to text',
    event: { ...order('bad'), properties: { email: { toString: 1 } } },
    withConnect: 'rejected'
  },
  {
    title: 'an email address that is nested very deeply',
    event: { ...order('bad'), properties: { email: nested(20_000) } },
    withConnect: 'rejected'
  }
]

const delivered = () => running.sandbox.accepted.map(({ data }) => data.event_id)

describe.each(cases)('a batch with $title', ({ event, withConnect }) => {
  const batch = [order('m1'), event, order('m2')]
  const subscriptions = (tiktokConversions.presets ?? []).filter(({ name }) => name === 'Complete Payment')

  beforeEach(() => {
    running.sandbox.reset()
  })

  it('is rejected as a whole by onBatch, and onEvent still delivers the other events', async () => {
    const destination = new Destination(redirectTo(tiktokConversions, running.sandbox.origin))
    const bound = { ...settings, subscriptions: subscriptions as never }
    await expect(destination.onBatch(batch as SegmentEvent[], bound)).rejects.toThrow()
    expect(delivered()).toStrictEqual([])

    const results = await Promise.allSettled(batch.map((one) => destination.onEvent(one as SegmentEvent, bound)))
    expect(results.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(delivered().sort()).toStrictEqual(['m1', 'm2'])
  })

  it('gets an outcome for each event from connect', async () => {
    const tiktok = connect(redirectTo(tiktokConversions, running.sandbox.origin), settings, { subscriptions })
    const results = await tiktok.send(batch)
    const statuses = results.map(({ outcomes }) => outcomes.map(({ status }) => status))
    expect(statuses).toStrictEqual([['delivered'], [withConnect], ['delivered']])
    expect(delivered()).toStrictEqual(['m1', ...(withConnect === 'delivered' ? ['bad'] : []), 'm2'])
  })
})
