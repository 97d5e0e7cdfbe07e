import { tiktokConversions } from '../../src'
import { connect, type ConnectOptions } from '../../src/runtime'
import { redirectTo } from '../../src/sandbox'
import { purchase, SETTINGS } from '../support/conversions'
import { useSandbox } from '../support/use-sandbox'

const running = useSandbox()

function connected(options?: ConnectOptions) {
  return connect(redirectTo(tiktokConversions, running.sandbox.origin), SETTINGS, options)
}

const delivered = {
  subscription: 'Complete Payment',
  action: 'reportWebEvent',
  status: 'delivered',
  httpStatus: 200,
  message: 'TikTok accepted the event.',
  requestId: expect.any(String) as string
}

describe('send', () => {
  it('gives one result for each event, in order', async () => {
    const events = [purchase(), { type: 'track', event: 'Unknown' }, null, purchase({ messageId: 'message-2' })]
    expect(await connected().send(events)).toStrictEqual([
      { index: 0, messageId: 'message-1', outcomes: [delivered] },
      { index: 1, outcomes: [] },
      {
        index: 2,
        outcomes: [
          {
            subscription: '',
            action: '',
            status: 'rejected',
            httpStatus: 400,
            message: 'This is no event: an event is an object.'
          }
        ]
      },
      { index: 3, messageId: 'message-2', outcomes: [delivered] }
    ])
    expect(running.sandbox.requests).toHaveLength(1)
  })

  it('gives one result for one event', async () => {
    expect(await connected().send(purchase())).toStrictEqual({
      index: 0,
      messageId: 'message-1',
      outcomes: [delivered]
    })
  })
})
