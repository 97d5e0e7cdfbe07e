import type { RequestClient } from '@segment/actions-core'
import { type Sandbox, startSandbox } from '../../../src/sandbox'
import { deliverBatch } from '../../../src/shared/events-api/batch'
import type { OutgoingEvent } from '../../../src/shared/events-api/request'
import { idsOf, onBatch, purchases, refuse } from '../../support/batch'
import { stubClient } from '../../support/stub-client'

describe('a batch without faults', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.reset()
  })
  afterAll(() => sandbox.close())

  it('sends 1,000 events in one request, in order', async () => {
    const nodes = await onBatch(sandbox, purchases(1000))
    expect(nodes.map(({ status }) => status)).toStrictEqual(Array(1000).fill(200))
    expect(sandbox.requests).toHaveLength(1)
    expect(idsOf(sandbox.requests[0]?.body)).toStrictEqual(purchases(1000).map(({ messageId }) => messageId))
  })

  it('sends one request per source and test code', async () => {
    const events = purchases(1000, (index) => ({
      ...(index % 2 === 1 && { source: 'crm', lead_id: `lead-${index}` }),
      ...(index % 5 === 0 && { test_code: 'TEST1' })
    }))
    const nodes = await onBatch(sandbox, events)
    expect(nodes.map(({ status }) => status)).toStrictEqual(Array(1000).fill(200))
    const envelopes = sandbox.requests.map(({ body }) => {
      const { data, ...envelope } = body as { data: unknown[] }
      return { ...envelope, events: data.length }
    })
    const web = { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', partner_name: 'Segment' }
    const crm = { event_source: 'crm', event_source_id: 'SANDBOX_CRM', partner_name: 'Segment' }
    expect(envelopes).toStrictEqual([
      { ...web, test_event_code: 'TEST1', events: 100 },
      { ...crm, events: 400 },
      { ...web, events: 400 },
      { ...crm, test_event_code: 'TEST1', events: 100 }
    ])
  })

  it('splits more than 1,000 events', async () => {
    await onBatch(sandbox, purchases(1001))
    expect(sandbox.requests.map(({ body }) => idsOf(body).length)).toStrictEqual([1000, 1])
  })

  it('leaves events that fail validation out of the request', async () => {
    const broken = { timestamp: 'Tomato 5' }
    const events = purchases(4).map((event, index) => (index === 1 ? { ...event, ...broken } : event))
    const crmWithoutLead = purchases(1, () => ({ source: 'crm' }))
    const nodes = await onBatch(sandbox, [...events, ...crmWithoutLead])
    expect(nodes.map(({ status }) => status)).toStrictEqual([200, 400, 200, 200, 400])
    expect(nodes[1]).toStrictEqual({
      status: 400,
      errortype: 'PAYLOAD_VALIDATION_FAILED',
      errormessage:
        'Event Timestamp (timestamp) is "Tomato 5". It is neither a date and time nor the seconds or milliseconds since 1970. Map a field that holds the time of the event, preferably in ISO 8601, e.g. 2026-08-01T10:11:12Z, or leave it empty to send the current time.',
      errorreporter: 'INTEGRATIONS'
    })
    expect(sandbox.requests.map(({ body }) => idsOf(body))).toStrictEqual([['e0', 'e2', 'e3']])
  })

  it.each([20001, 40050])('treats code %i as a success', async (code) => {
    sandbox.fail({ code, message: 'as TikTok says' })
    const nodes = await onBatch(sandbox, purchases(2))
    expect(nodes.map(({ status, body }) => ({ status, body }))).toStrictEqual(
      Array(2).fill({
        status: 200,
        body: { code, message: 'as TikTok says', request_id: expect.any(String) as string }
      })
    )
  })

  it('reports the event in its hashed form and the answer, but no plain personal data', async () => {
    const [node] = await onBatch(sandbox, [
      { ...purchases(1)[0], type: 'track', properties: { email: 'jane@example.com', source: 'web' } }
    ])
    expect(node).toStrictEqual({
      status: 200,
      sent: sandbox.accepted[0]?.data,
      body: { code: 0, message: 'OK', request_id: expect.any(String) as string }
    })
    expect(JSON.stringify(node)).not.toContain('jane')
  })

  it('hides the token and personal data that a refusal repeats', async () => {
    sandbox.fail({ code: 40063, message: 'sandbox-token may not send jane@example.com' })
    const [node] = await onBatch(sandbox, purchases(1))
    expect(node).toStrictEqual({
      status: 400,
      errortype: 'BAD_REQUEST',
      errormessage: expect.stringContaining(
        "TikTok's message: [token] may not send [email] (code 40063, request "
      ) as string,
      errorreporter: 'DESTINATION',
      sent: expect.objectContaining({ event_id: 'e0' }) as object,
      body: { code: 40063, message: '[token] may not send [email]', request_id: expect.any(String) as string }
    })
    expect(sandbox.requests).toHaveLength(1)
  })

  it('finds the bad events of each group separately', async () => {
    const events = purchases(40, (index) => (index % 2 === 1 ? { source: 'crm', lead_id: 'lead' } : {}))
    const bad = new Set(['e4', 'e7', 'e31'])
    sandbox.fail(refuse(bad, 'unnamed'), Infinity)
    const nodes = await onBatch(sandbox, events)
    expect(nodes.flatMap(({ status }, index) => (status === 200 ? [] : [[index, status]]))).toStrictEqual([
      [4, 400],
      [7, 400],
      [31, 400]
    ])
    expect(sandbox.accepted).toHaveLength(37)
    // No group waits for the search in another one.
    const ids = events.map(({ messageId }) => String(messageId))
    const [web, crm] = [0, 1].map((rest) => ids.filter((_, index) => index % 2 === rest))
    expect(sandbox.requests.slice(0, 2).map(({ body }) => idsOf(body))).toStrictEqual([web, crm])
  })

  it('sends each event that a partial success names again in its own request, and uses the new answer', async () => {
    sandbox.fail({ code: 20001, message: 'Invalid value for data.1.event_id.', accept: true })
    sandbox.fail({ code: 40002, message: 'Invalid value for data.0.event_id.' })
    const nodes = await onBatch(sandbox, purchases(3))
    expect(nodes.map(({ status, body }) => [status, (body as { code: number }).code])).toStrictEqual([
      [200, 20001],
      [400, 40002],
      [200, 20001]
    ])
    expect(sandbox.requests.map(({ body }) => idsOf(body))).toStrictEqual([['e0', 'e1', 'e2'], ['e1']])
  })

  it('reports how long to wait after a rate limit', async () => {
    sandbox.fail({ code: 40100, message: 'App reaches the QPM limit 600' })
    const [node] = await onBatch(sandbox, purchases(1))
    expect(node?.body).toStrictEqual({
      code: 40100,
      message: 'App reaches the QPM limit 600',
      request_id: expect.any(String) as string,
      retry_after: 300
    })
  })

  it.each([
    {
      title: 'JSON without a code',
      fault: { status: 200, body: '{"code":"INVALID"}', contentType: 'application/json' },
      status: 503
    },
    { title: 'a refusal of the whole request without a code', fault: { status: 404 }, status: 503 }
  ])('neither delivers nor rejects an event for $title', async ({ fault, status }) => {
    sandbox.fail(fault)
    const nodes = await onBatch(sandbox, purchases(2))
    expect(nodes.map((node) => node.status)).toStrictEqual([status, status])
    expect(sandbox.requests).toHaveLength(1)
  })
})

describe('deliverBatch', () => {
  const outgoing = (id: string, sourceId: string): OutgoingEvent => ({
    source: 'web',
    sourceId,
    testEventCode: undefined,
    event: { event: 'Contact', event_time: 1, event_id: id }
  })

  it('sends one request per source ID', async () => {
    const { request, bodies } = stubClient()
    const events = [outgoing('e0', 'A'), outgoing('e1', 'B'), outgoing('e2', 'A')]
    await deliverBatch(
      request,
      { url: 'http://127.0.0.1', accessToken: 'token' },
      events.map((event) => () => event)
    )
    expect(bodies.map((body) => [body.event_source_id, idsOf(body)])).toStrictEqual([
      ['A', ['e0', 'e2']],
      ['B', ['e1']]
    ])
  })

  it('keeps the entries of settled events when a later request cannot be made', async () => {
    const refused = { status: 200, content: '{"code":40002,"message":"Invalid value for data.0.event_id."}' }
    const answers = [refused, refused]
    const access = {
      url: 'http://127.0.0.1',
      // The token stops being valid after two requests.
      get accessToken() {
        return answers.length > 0 ? 'token' : 'two\nlines'
      }
    }
    const response = await deliverBatch(
      (() => Promise.resolve(answers.shift())) as unknown as RequestClient,
      access,
      [outgoing('e0', 'A'), outgoing('e1', 'A')].map((event) => () => event)
    )
    expect(response.getAllResponses().map((entry) => entry.value().status)).toStrictEqual([400, 401])
  })
})
