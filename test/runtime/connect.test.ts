import { createRequestClient, type RequestClient } from '@segment/actions-core'
import omit from 'lodash/omit'
import { tiktokConversions, tiktokOfflineConversions } from '../../src'
import { connect, type ConnectOptions, type Outcome, type Subscription } from '../../src/runtime'
import { redirectTo } from '../../src/sandbox'
import { idsOf, mapping, purchases } from '../support/batch'
import { purchase, SETTINGS } from '../support/conversions'
import { startServer } from '../support/server'
import { useSandbox } from '../support/use-sandbox'

const running = useSandbox({
  tokens: { 'sandbox-token': ['SANDBOX_PIXEL', 'SANDBOX_CRM', 'SANDBOX_OFFLINE'], rightless: [] }
})

function connected(options?: ConnectOptions, changes: Partial<typeof SETTINGS> = {}) {
  return connect(redirectTo(tiktokConversions, running.sandbox.origin), { ...SETTINGS, ...changes }, options)
}

/** Matches all track events and sends them under their own names. */
const allTracks: Subscription = {
  name: 'Everything',
  subscribe: 'type = "track"',
  partnerAction: 'reportWebEvent',
  mapping
}

const delivered: Outcome = {
  subscription: 'Complete Payment',
  action: 'reportWebEvent',
  status: 'delivered',
  httpStatus: 200,
  message: 'TikTok accepted the event.',
  requestId: expect.any(String) as string
}

const noEvent: Outcome = {
  subscription: '',
  action: '',
  status: 'rejected',
  httpStatus: 400,
  message: 'This is not an event. An event is an object, e.g. { type: "track", event: "Order Completed" }.'
}

async function outcomesOf(events: readonly unknown[], options?: ConnectOptions): Promise<(Outcome | undefined)[]> {
  return (await connected(options).send(events)).map(({ outcomes: [outcome] }) => outcome)
}

describe('send', () => {
  it('treats the holes of an array as values that are not events', async () => {
    expect(await connected().send(new Array(2))).toStrictEqual([
      { index: 0, outcomes: [noEvent] },
      { index: 1, outcomes: [noEvent] }
    ])
  })

  it('returns one result per event, in order', async () => {
    const events = [
      purchase(),
      { type: 'track', event: 'Unknown', messageId: 5 },
      null,
      purchase({ messageId: 'message-2' }),
      'text',
      []
    ]
    expect(await connected().send(events)).toStrictEqual([
      { index: 0, messageId: 'message-1', outcomes: [delivered] },
      { index: 1, outcomes: [] },
      { index: 2, outcomes: [noEvent] },
      { index: 3, messageId: 'message-2', outcomes: [delivered] },
      { index: 4, outcomes: [noEvent] },
      { index: 5, outcomes: [noEvent] }
    ])
    expect(running.sandbox.requests.map(({ body }) => idsOf(body))).toStrictEqual([['message-1', 'message-2']])
  })

  it('returns one result for one event and no result for no event', async () => {
    expect(await connected().send(purchase())).toStrictEqual({
      index: 0,
      messageId: 'message-1',
      outcomes: [delivered]
    })
    expect(await connected().send([])).toStrictEqual([])
  })

  it('returns one outcome per matching subscription, in order, and sends one request', async () => {
    const [result] = await connected().send([purchase({ properties: { is_new_customer: true } })])
    expect(result?.outcomes).toStrictEqual([delivered, { ...delivered, subscription: 'New Customer Purchase' }])
    expect(running.sandbox.requests).toHaveLength(1)
  })

  it('names a subscription without a name by its trigger', async () => {
    const nameless = omit(allTracks, 'name')
    const [result] = await connected({ subscriptions: [nameless] }).send(purchases(1))
    expect(result?.outcomes).toStrictEqual([{ ...delivered, subscription: 'type = "track"' }])
  })

  it('sends up to 1,000 events in one request', async () => {
    const results = await connected({ subscriptions: [allTracks] }).send(purchases(2001))
    expect(results.filter(({ outcomes: [outcome] }) => outcome?.status === 'delivered')).toHaveLength(2001)
    const sizes = running.sandbox.requests.map(({ body }) => idsOf(body).length)
    expect(sizes.sort((a, b) => b - a)).toStrictEqual([1000, 1000, 1])
  })

  it('passes each action its own events', async () => {
    const contact = { event: 'Contact', email_addresses: 'mia.keller@example.de' }
    const subscriptions = ['reportOfflineEvent', 'trackPaymentOfflineConversion'].map((partnerAction) => ({
      name: partnerAction,
      subscribe: 'type = "track"',
      partnerAction,
      mapping: contact
    }))
    const offline = { accessToken: 'sandbox-token', eventSetID: 'SANDBOX_OFFLINE' }
    const definition = redirectTo(tiktokOfflineConversions, running.sandbox.origin)
    const [result] = await connect(definition, offline, { subscriptions }).send([purchase()])
    expect(result?.outcomes.map(({ action, status }) => [action, status])).toStrictEqual([
      ['reportOfflineEvent', 'delivered'],
      ['trackPaymentOfflineConversion', 'delivered']
    ])
    expect(running.sandbox.requests).toHaveLength(2)
  })
})

describe('an event that cannot be sent gets its own outcome and does not affect the others', () => {
  /** Arrays in arrays, 10,000 deep. */
  function nested(): unknown {
    let value: unknown = []
    for (let depth = 0; depth < 10_000; depth += 1) value = [value]
    return value
  }

  const hostile = [
    ['a time that cannot be converted to text', { timestamp: { toString: 1 } }],
    ['an ID that cannot be converted to text', { messageId: { toString: 1 } }],
    ['a price that is not a number', { properties: { value: '$12.50' } }],
    ['properties 10,000 levels deep', { properties: nested() }],
    ['products 10,000 levels deep', { properties: { products: nested() } }],
    ['a context that is null', { context: null }],
    ['integrations that are text', { integrations: 'All' }],
    ['properties that are null', { properties: null }]
  ] as const

  it.each(hostile)('%s', async (_, changes) => {
    const changed = { ...purchase({ messageId: 'odd' }), ...changes }
    const before = purchase({ messageId: 'before' })
    const after = purchase({ messageId: 'after' })
    const [first, second, third] = await outcomesOf([before, changed, after])
    expect([first, third]).toStrictEqual([delivered, delivered])
    expect(['delivered', 'rejected']).toContain(second?.status)
    const ids = running.sandbox.accepted.map(({ data }) => data.event_id)
    expect(ids).toStrictEqual(expect.arrayContaining(['before', 'after']))
  })

  it('names the error', async () => {
    const events = [{ properties: { value: '$12.50' } }, { timestamp: 'Tomato 5' }, { messageId: { toString: 1 } }].map(
      (changes) => ({ ...purchase(), ...changes })
    )
    expect(await outcomesOf(events)).toStrictEqual([
      { ...rejection, message: 'Value must be a number but it was a string.' },
      { ...rejection, message: expect.stringContaining('Event Timestamp (timestamp) is "Tomato 5"') as string },
      { ...rejection, message: expect.stringContaining('Event ID must be a string but it was an object.') as string }
    ])
    expect(running.sandbox.requests).toHaveLength(0)
  })

  const rejection: Outcome = {
    subscription: 'Complete Payment',
    action: 'reportWebEvent',
    status: 'rejected',
    httpStatus: 400,
    message: ''
  }
})

describe('the answer of TikTok determines the status', () => {
  it.each([
    [{ code: 40100, message: 'Too many requests. Please retry in some time.' }, 'retry', 429, { retryAfter: 1 }],
    [{ code: 40100, message: 'App 1 reaches the QPM limit 10.' }, 'retry', 429, { retryAfter: 300 }],
    [{ code: 50000, message: 'Internal error.' }, 'retry', 503, {}],
    [{ code: 40105, message: 'Access token is incorrect.' }, 'denied', 401, {}],
    [{ code: 40001, message: 'No permission to operate pixel code.' }, 'denied', 403, {}],
    [{ code: 40002, message: 'Invalid value for event_id: not a valid string.' }, 'rejected', 400, {}]
  ])('%j gives the status %s', async (fault, status, httpStatus, wait) => {
    running.sandbox.fail(fault, Infinity)
    const [outcome] = await outcomesOf([purchase()])
    expect(outcome).toStrictEqual({
      ...delivered,
      status,
      httpStatus,
      message: expect.stringContaining(`TikTok's message: ${fault.message}`) as string,
      ...wait
    })
    expect(outcome?.message).not.toContain(SETTINGS.accessToken)
  })
})

describe('time', () => {
  /** Answers with the headers and part of the body, and never sends the rest. */
  async function stalling() {
    return startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"code":0')
    })
  }

  it('aborts a request whose body does not end', async () => {
    const server = await stalling()
    const definition = redirectTo(tiktokConversions, server.origin)
    const result = await connect(definition, SETTINGS, { timeout: 50 }).send(purchase())
    await server.close()
    expect(result.outcomes).toStrictEqual([
      {
        subscription: 'Complete Payment',
        action: 'reportWebEvent',
        status: 'retry',
        httpStatus: 503,
        message: expect.stringContaining('(SELF_TIMEOUT)') as string
      }
    ])
  })

  it('aborts a request of a client that ignores the signal', async () => {
    const ignoringSignal: RequestClient = () => new Promise(() => undefined)
    const result = await connected({ request: ignoringSignal, timeout: 50 }).send(purchase())
    expect(result.outcomes.map(({ status, httpStatus }) => [status, httpStatus])).toStrictEqual([['retry', 503]])
  })

  it('aborts open requests when the signal is aborted, and sends no more', async () => {
    const server = await stalling()
    const controller = new AbortController()
    const definition = redirectTo(tiktokConversions, server.origin)
    const options = { signal: controller.signal, timeout: 1000, concurrency: 1, subscriptions: [allTracks] }
    const pending = connect(definition, SETTINGS, options).send(purchases(1500))
    setTimeout(() => {
      controller.abort()
    }, 50)
    const statuses = (await pending).map(({ outcomes: [outcome] }) => outcome?.status)
    await server.close()
    expect(statuses).toStrictEqual(Array(1500).fill('retry'))
  })

  it('returns the wait that an answer gives', async () => {
    const server = await startServer((_, response) => {
      response.writeHead(429, { 'retry-after': '7' }).end()
    })
    const result = await connect(redirectTo(tiktokConversions, server.origin), SETTINGS).send(purchase())
    await server.close()
    expect(result.outcomes.map(({ status, retryAfter }) => [status, retryAfter])).toStrictEqual([['retry', 7]])
  })
})

describe('options', () => {
  it('limits concurrent requests over all calls', async () => {
    let running = 0
    let most = 0
    const request: RequestClient = async (url, options) => {
      running += 1
      most = Math.max(most, running)
      await new Promise(setImmediate)
      running -= 1
      return createRequestClient()(url, options)
    }
    const connection = connected({ request, concurrency: 2, subscriptions: [allTracks] })
    await Promise.all([connection.send(purchases(3000)), connection.send(purchases(3000))])
    expect(most).toBe(2)
  })

  it('sends with the given client', async () => {
    const urls: string[] = []
    const request: RequestClient = (url, options) => {
      urls.push(url)
      return createRequestClient()(url, options)
    }
    await connected({ request }).send(purchase())
    expect(urls).toStrictEqual([`${running.sandbox.origin}/open_api/v1.3/event/track/`])
  })

  it('does not change the given settings', async () => {
    const given = Object.freeze({ ...SETTINGS })
    const result = await connect(redirectTo(tiktokConversions, running.sandbox.origin), given).send(purchase())
    expect(result.outcomes).toStrictEqual([delivered])
  })
})
