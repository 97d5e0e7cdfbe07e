import { EVENT_TRACK_PATH, startSandbox, type Fault, type Sandbox } from '../../src/sandbox'
import { answer, bodyWith, ok, post } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
})

const body = bodyWith()
const accepted = [
  { event_source: 'web', event_source_id: 'SANDBOX_PIXEL', data: { event: 'Contact', event_time: 1700000000 } }
]
const send = (signal?: AbortSignal) =>
  fetch(sandbox.origin + EVENT_TRACK_PATH, {
    method: 'POST',
    headers: { 'Access-Token': 'sandbox-token' },
    body: JSON.stringify(body),
    signal: signal ?? null
  })

describe('a code', () => {
  test.each([
    [{ code: 40100 }, answer(40100, 'Too many requests. Please retry in some time.')],
    [{ code: 40002 }, answer(40002, 'Invalid request')],
    [{ code: 40999 }, answer(40999, 'Error 40999')],
    [{ code: 50000, message: 'Busy', status: 503 }, answer(50000, 'Busy', 503)]
  ])('%j is the answer to one request, and no event is accepted', async (fault, expected) => {
    sandbox.fail(fault)
    expect(await post(sandbox, body)).toStrictEqual(expected)
    expect(sandbox.accepted).toStrictEqual([])
    expect(await post(sandbox, body)).toStrictEqual(ok())
    expect(sandbox.accepted).toStrictEqual(accepted)
  })
  test('is recorded', async () => {
    sandbox.fail({ code: 61000, message: 'Slow down' })
    await post(sandbox, body)
    expect(sandbox.requests).toStrictEqual([{ body, answer: { status: 200, code: 61000, message: 'Slow down' } }])
  })
  test('is answered before the token or the body is checked', async () => {
    sandbox.fail({ code: 50000 })
    expect(await post(sandbox, 'no JSON', {})).toStrictEqual(answer(50000, 'System error'))
  })
})

describe('an HTTP answer', () => {
  test.each([
    [{ status: 502, body: '<h1>Bad Gateway</h1>' }, [502, '<h1>Bad Gateway</h1>', 'text/html']],
    [{ status: 200 }, [200, '', 'text/html']],
    [{ status: 204 }, [204, '', 'text/html']],
    [{ status: 200, body: '{"code":0}', contentType: 'text/plain' }, [200, '{"code":0}', 'text/plain']]
  ])('%j is returned unchanged, and no event is accepted', async (fault, expected) => {
    sandbox.fail(fault)
    const response = await send()
    expect([response.status, await response.text(), response.headers.get('content-type')]).toStrictEqual(expected)
    expect(sandbox.requests).toStrictEqual([{ body, answer: { status: fault.status } }])
    expect(sandbox.accepted).toStrictEqual([])
  })
})

describe('a reset', () => {
  test('breaks the connection', async () => {
    sandbox.fail({ reset: true })
    await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(sandbox.requests).toStrictEqual([{ body, answer: { status: 0 } }])
    expect(sandbox.accepted).toStrictEqual([])
  })
  test('can happen after the events were accepted', async () => {
    sandbox.fail({ reset: true, accept: true })
    await expect(send()).rejects.toThrow()
    expect(sandbox.accepted).toStrictEqual(accepted)
  })
})

describe('a delay', () => {
  const elapsed = async (fault: Fault) => {
    sandbox.fail(fault)
    const start = performance.now()
    const result = await post(sandbox, body)
    return { result, waited: performance.now() - start }
  }

  test('delays the normal answer', async () => {
    const { result, waited } = await elapsed({ delay: 80 })
    expect(result).toStrictEqual(ok())
    expect(waited).toBeGreaterThanOrEqual(75)
    expect(sandbox.accepted).toStrictEqual(accepted)
  })
  test('delays another fault', async () => {
    const { result, waited } = await elapsed({ delay: 80, then: { code: 50002, message: 'Busy' } })
    expect(result).toStrictEqual(answer(50002, 'Busy'))
    expect(waited).toBeGreaterThanOrEqual(75)
    expect(sandbox.accepted).toStrictEqual([])
  })
  test('accepts the events of a client that disconnects', async () => {
    sandbox.fail({ delay: 200 })
    await expect(send(AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(sandbox.accepted).toStrictEqual(accepted)
    expect(await post(sandbox, body)).toStrictEqual(ok())
  })
})

describe('accept', () => {
  test.each([{ code: 40050 }, { code: 20001 }, { status: 504 }])('%j, but the events are accepted', async (fault) => {
    sandbox.fail({ ...fault, accept: true })
    await send()
    expect(sandbox.accepted).toStrictEqual(accepted)
  })
  test('does not accept an event that is invalid', async () => {
    sandbox.fail({ code: 50000, accept: true })
    await post(sandbox, { ...body, data: [] })
    expect(sandbox.accepted).toStrictEqual([])
  })
})
