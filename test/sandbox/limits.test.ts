import { EVENT_TRACK_PATH, PIXEL_EVENT_PATH, startSandbox, type Sandbox } from '../../src/sandbox'
import { useSandbox } from '../support/use-sandbox'
import { request } from './http'
import { bodyWith, ok, post } from './post'

describe('a body', () => {
  const running = useSandbox()
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    request(running.sandbox, path, { method: 'POST', body, headers: { 'Access-Token': 'sandbox-token', ...headers } })
  const tooLarge = { status: 413, text: 'The body is larger than 10 MB.' }
  const ofSize = (size: number) => {
    const empty = JSON.stringify(bodyWith({ unknown: '' }))
    return empty.replace('""', `"${'x'.repeat(size - empty.length)}"`)
  }

  test('of 10 MB is accepted', async () => {
    expect(await send(EVENT_TRACK_PATH, ofSize(10_000_000))).toMatchObject({ status: 200 })
    expect(running.sandbox.accepted).toHaveLength(1)
  })
  test.each([
    ['with a length', {}],
    ['in chunks', { 'Transfer-Encoding': 'chunked' }]
  ])('that is one byte longer is not recorded, %s', async (_case, headers) => {
    expect(await send(EVENT_TRACK_PATH, ofSize(10_000_001), headers)).toMatchObject(tooLarge)
    expect(running.sandbox.requests).toStrictEqual([
      { body: '', answer: { status: 413, message: 'The body is larger than 10 MB.' } }
    ])
  })
  test('of the Pixel is limited too', async () => {
    expect(await send(PIXEL_EVENT_PATH, ofSize(10_000_001))).toMatchObject(tooLarge)
    expect(running.sandbox.pixelEvents).toStrictEqual([])
  })
  test.each(['/faults', '/explain'])('to %s is limited too', async (path) => {
    const text = '{"error":"The body is larger than 10 MB."}'
    expect(await send(path, ofSize(10_000_001))).toMatchObject({ status: 413, text })
  })
  test.each(['/', '/other', '/open_api/v1.2/event/track/'])('to an unknown path leaves no record: %s', async (path) => {
    expect(await send(path, ofSize(1_000))).toMatchObject({ status: 404, text: '404 page not found' })
    expect(await (await fetch(`${running.sandbox.origin}/requests`)).json()).toStrictEqual([])
  })
  test('that is nested very deeply leaves the records readable', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect((await send(EVENT_TRACK_PATH, JSON.stringify(bodyWith({ deep: 0 })).replace('0}', `${deep}}`))).status).toBe(
      200
    )
    const requests: unknown = await (await fetch(`${running.sandbox.origin}/requests`)).json()
    expect(requests).toStrictEqual(['(nested too deeply to be shown)'])
  })
})

describe('the memory of the records', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ maxBytes: 10_000 })
  })
  afterEach(() => sandbox.close())

  const pixelEvent = (event_id: string) =>
    fetch(sandbox.origin + PIXEL_EVENT_PATH, {
      method: 'POST',
      body: JSON.stringify({ pixel_code: 'SANDBOX_PIXEL', event: 'Contact', event_id })
    })

  test('is limited: the oldest requests are dropped with their events, and `dropped` counts them', async () => {
    for (let index = 0; index < 20; index += 1) {
      expect(await post(sandbox, bodyWith({ event_id: `e-${index}` }))).toStrictEqual(ok())
      await pixelEvent(`p-${index}`)
    }
    const { requests, accepted, pixelEvents, counted, dropped } = sandbox
    expect(accepted.map(({ data }) => data.event_id)).toStrictEqual(['e-17', 'e-18', 'e-19'])
    expect(requests.map(({ body }) => body)).toStrictEqual(accepted.map(({ data }) => bodyWith(data)))
    expect(pixelEvents.map(({ event_id }) => event_id)).toStrictEqual(['p-16', 'p-17', 'p-18', 'p-19'])
    expect(counted).toHaveLength(7)
    expect(dropped).toBe(33)
  })
  test('keeps the newest request, regardless of its size', async () => {
    await post(sandbox, bodyWith({ event_id: 'x'.repeat(50_000) }))
    expect([sandbox.accepted.length, sandbox.dropped]).toStrictEqual([1, 0])
  })
  test('is also estimated by the number of values', async () => {
    const many = { unknown: Array.from({ length: 200 }, () => 0) }
    for (let index = 0; index < 5; index += 1) await post(sandbox, bodyWith(many))
    expect([sandbox.accepted.length, sandbox.dropped]).toStrictEqual([1, 4])
  })
  test('is freed by a reset', async () => {
    for (let index = 0; index < 20; index += 1) await post(sandbox, bodyWith())
    sandbox.reset()
    await post(sandbox, bodyWith())
    expect([sandbox.requests.length, sandbox.dropped]).toStrictEqual([1, 0])
  })
  test('an event whose copy was dropped is counted again', async () => {
    await post(sandbox, bodyWith({ event_id: 'same' }))
    for (let index = 0; index < 20; index += 1) await post(sandbox, bodyWith())
    await post(sandbox, bodyWith({ event_id: 'same' }))
    expect(sandbox.counted.at(-1)).toStrictEqual({
      event_source_id: 'SANDBOX_PIXEL',
      event: 'Contact',
      event_id: 'same',
      copies: [{ via: 'server', fate: 'counted' }]
    })
  })
})
