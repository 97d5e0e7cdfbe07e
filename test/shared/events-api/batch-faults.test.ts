import { MultiStatusResponse, type RequestClient } from '@segment/actions-core'
import { tiktokConversions } from '../../../src'
import { type FixedFault, type Sandbox, startSandbox } from '../../../src/sandbox'
import { idsOf, type Node, onBatch, purchases, refuse } from '../../support/batch'

const summary = (nodes: Node[]) =>
  nodes.map(({ status, errortype }) => (errortype === undefined ? status : `${status} ${errortype}`))

describe('a fault during the search for bad events', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.reset()
  })
  afterAll(() => sandbox.close())

  // Request 1: all eight, refused. 2: e0 alone, accepted. 3: e1 to e4, accepted. So the bad one is among e5 to e7.
  const bad = new Set(['e7'])
  const inTheMiddle = (fault: FixedFault) => {
    sandbox.fail(refuse(bad, 'unnamed'), 3)
    sandbox.fail(fault)
    sandbox.fail(refuse(bad, 'unnamed'), Infinity)
  }

  it.each<{ title: string; fault: FixedFault; left: string }>([
    { title: 'a rate limit', fault: { code: 40100 }, left: '429 TOO_MANY_REQUESTS' },
    { title: 'a rate limit as 401', fault: { code: 40100, status: 401 }, left: '429 TOO_MANY_REQUESTS' },
    { title: '502 with HTML', fault: { status: 502, body: '<html>Bad Gateway</html>' }, left: '502 BAD_GATEWAY' },
    { title: 'a reset', fault: { reset: true }, left: '503 SERVICE_UNAVAILABLE' },
    { title: 'a time-out', fault: { delay: 2000 }, left: '503 SERVICE_UNAVAILABLE' },
    { title: 'a revoked token', fault: { code: 40105 }, left: '401 UNAUTHORIZED' },
    { title: 'a permission that was removed', fault: { code: 40001 }, left: '403 FORBIDDEN' }
  ])('$title: delivered events stay delivered, and all others get the error of the fault', async ({ fault, left }) => {
    inTheMiddle(fault)
    const nodes = await onBatch(sandbox, purchases(8), {}, 300)
    expect(summary(nodes)).toStrictEqual([200, 200, 200, 200, 200, left, left, left])
    expect(sandbox.requests).toHaveLength(4)
  })

  it.each([
    { title: 'for the partner name rejects all events of the request', code: 40063, left: '400 BAD_REQUEST' },
    {
      title: 'for an unknown reason makes all events of the request retryable',
      code: 40007,
      left: '503 SERVICE_UNAVAILABLE'
    }
  ])('a refusal $title', async ({ code, left }) => {
    inTheMiddle({ code })
    const nodes = await onBatch(sandbox, purchases(8))
    // e5 and e6 were in the request. e7 was sent afterwards.
    expect(summary(nodes)).toStrictEqual([200, 200, 200, 200, 200, left, left, '400 BAD_REQUEST'])
  })

  it('rejected events stay rejected', async () => {
    sandbox.fail(refuse(new Set(['e1', 'e5']), 'named'), 5)
    sandbox.fail({ code: 50000 })
    const nodes = await onBatch(sandbox, purchases(6))
    const later = '503 SERVICE_UNAVAILABLE'
    expect(sandbox.requests.map(({ body }) => idsOf(body).join())).toStrictEqual([
      'e0,e1,e2,e3,e4,e5',
      'e1',
      'e0',
      'e2,e3,e4,e5',
      'e5',
      'e2,e3'
    ])
    expect(summary(nodes)).toStrictEqual([200, '400 BAD_REQUEST', later, later, later, '400 BAD_REQUEST'])
    for (const node of [nodes[1], nodes[5]]) {
      expect(node?.errormessage).toContain("TikTok's message: Invalid value for data.0.event_id: not a valid string.")
    }
  })

  it('bad events that 64 requests do not find are retryable, and none is delivered', async () => {
    const many = new Set(
      purchases(1000).flatMap(({ messageId }, index) => (index % 5 === 1 ? [String(messageId)] : []))
    )
    sandbox.fail(refuse(many, 'named'), Infinity)
    const nodes = await onBatch(sandbox, purchases(1000))
    const accepted = new Set(sandbox.accepted.map(({ data }) => data.event_id))
    expect(sandbox.requests).toHaveLength(64)
    for (const [index, node] of nodes.entries()) {
      if (accepted.has(`e${index}`)) expect(node.status).toBe(200)
      else expect([400, 503]).toContain(node.status)
    }
    const unresolved = nodes.find(({ status }) => status === 503)
    expect(unresolved).toStrictEqual({
      status: 503,
      errortype: 'SERVICE_UNAVAILABLE',
      errormessage:
        'TikTok has neither accepted this event nor refused it individually. Send the event again later. (the batch reached its limit of 64 requests)',
      errorreporter: 'DESTINATION',
      sent: expect.any(Object) as object,
      body: {}
    })
  })

  it('the last groups are retryable if there are more groups than requests', async () => {
    const events = purchases(66, (index) => ({ test_code: `T${index}` }))
    sandbox.fail(refuse(new Set(['e0']), 'unnamed'), Infinity)
    const nodes = await onBatch(sandbox, events)
    expect(sandbox.requests.map(({ body }) => idsOf(body))).toStrictEqual(
      events.slice(0, 64).map(({ messageId }) => [messageId])
    )
    expect(summary(nodes)).toStrictEqual([
      '400 BAD_REQUEST',
      ...Array<number>(63).fill(200),
      '503 SERVICE_UNAVAILABLE',
      '503 SERVICE_UNAVAILABLE'
    ])
  })

  it('a wrong token starts no search', async () => {
    const nodes = await onBatch(sandbox, purchases(3), { accessToken: 'wrong' })
    expect(summary(nodes)).toStrictEqual(Array(3).fill('401 UNAUTHORIZED'))
    expect(sandbox.requests).toHaveLength(1)
  })

  it('a token that cannot be put into a header gives every event an error', async () => {
    const nodes = await onBatch(sandbox, purchases(2), { accessToken: 'two\nlines' })
    expect(nodes).toStrictEqual(
      Array(2).fill({
        status: 401,
        errortype: 'INVALID_AUTHENTICATION',
        errormessage:
          'The access token is blank or contains invalid characters. Copy it again from TikTok Events Manager into the settings.',
        errorreporter: 'INTEGRATIONS'
      })
    )
    expect(sandbox.requests).toHaveLength(0)
  })

  it('does not send accepted events again', async () => {
    sandbox.fail(refuse(new Set(['e3', 'e77', 'e500', 'e999']), 'unnamed'), Infinity)
    await onBatch(sandbox, purchases(1000))
    const accepted = sandbox.accepted.map(({ data }) => data.event_id)
    expect(new Set(accepted).size).toBe(accepted.length)
    expect(accepted).toHaveLength(996)
    expect(sandbox.requests.filter(({ answer }) => answer.code === 0).flatMap(({ body }) => idsOf(body))).toHaveLength(
      996
    )
  })
})

describe('performBatch never throws if the client', () => {
  const clients: { title: string; client: () => unknown }[] = [
    {
      title: 'throws',
      client: () => {
        throw new TypeError('no client: sandbox-token')
      }
    },
    { title: 'rejects', client: () => Promise.reject(new Error('sandbox-token')) },
    { title: 'returns nothing', client: () => Promise.resolve(undefined) },
    { title: 'returns something that is not a response', client: () => Promise.resolve({ status: '200', content: 7 }) }
  ]
  it.each(clients)('$title', async ({ client }) => {
    const { performBatch } = tiktokConversions.actions['reportWebEvent'] ?? {}
    const response: unknown = await performBatch?.(client as RequestClient, {
      settings: { accessToken: 'sandbox-token', pixelCode: 'P' },
      payload: [{ event: 'Contact' }, { event: ' ' }, { event: 'Contact' }]
    })
    if (!(response instanceof MultiStatusResponse)) throw new TypeError('not a MultiStatusResponse')
    const entries = response.getAllResponses().map((entry) => entry.value())
    expect(entries.map(({ status }) => status)).toStrictEqual([503, 400, 503])
    expect(JSON.stringify(entries)).not.toContain('sandbox-token')
  })
})
