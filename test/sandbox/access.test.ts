import { EVENT_TRACK_PATH, startSandbox, type Sandbox } from '../../src/sandbox'
import { answer, bodyWith, ok, post } from './post'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ tokens: { one: ['PIXEL_ONE'], two: ['PIXEL_TWO', 'SET_TWO'], none: [] } })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
})

const send = (token: string | undefined, id: unknown, data?: unknown) =>
  post(
    sandbox,
    bodyWith({}, { event_source_id: id, ...(data === undefined ? {} : { data }) }),
    token === undefined ? {} : { 'Access-Token': token }
  )
const noPermission = (id: string) =>
  answer(
    40001,
    `No permission to operate pixel code: ${id}. You must be an admin or operator of this advertiser account.`
  )

describe('the token', () => {
  test.each(['PIXEL_TWO', 'SET_TWO'])('may send to each of its sources: %s', async (id) => {
    expect(await send('two', id)).toStrictEqual(ok())
  })
  test.each([undefined, ''])('is refused if it is missing: %p', async (token) => {
    expect(await send(token, 'PIXEL_ONE')).toStrictEqual(answer(40104, 'Access-Token is missing.'))
  })
  test.each(['three', 'constructor'])('is refused if it is unknown: %s', async (token) => {
    expect(await send(token, 'PIXEL_ONE')).toStrictEqual(
      answer(40105, 'Access token is incorrect or has been revoked.')
    )
  })
  test.each([
    ['one', 'PIXEL_TWO'],
    ['none', 'PIXEL_ONE']
  ])('%s has no permission on %s', async (token, id) => {
    expect(await send(token, id)).toStrictEqual(noPermission(id))
  })
  test('is checked before the body, and its permission on the source before the events', async () => {
    expect(await post(sandbox, 'no JSON', {})).toStrictEqual(answer(40104, 'Access-Token is missing.'))
    expect(await send('one', 'PIXEL_TWO', [])).toStrictEqual(noPermission('PIXEL_TWO'))
  })
})

describe('the path', () => {
  const fetchPath = (path: string, method: string) =>
    fetch(sandbox.origin + path, { method, headers: { 'Access-Token': 'one' } })

  test.each([
    ['POST', EVENT_TRACK_PATH.slice(0, -1)],
    ['POST', '/open_api/v1.2/event/track/'],
    ['GET', EVENT_TRACK_PATH]
  ])('%s %s is not found, has no code, and leaves no record', async (method, path) => {
    const response = await fetchPath(path, method)
    expect([response.status, await response.text()]).toStrictEqual([404, '404 page not found'])
    expect(sandbox.requests).toStrictEqual([])
  })
})

describe('the records contain', () => {
  test('every request with its answer, and no token', async () => {
    await send('one', 'PIXEL_ONE')
    await post(sandbox, 'no JSON', { 'Access-Token': 'one' })
    expect(sandbox.requests).toStrictEqual([
      { body: bodyWith({}, { event_source_id: 'PIXEL_ONE' }), answer: { status: 200, code: 0, message: 'OK' } },
      {
        body: 'no JSON',
        answer: { status: 200, code: 40002, message: 'Invalid request: the body is not a JSON object.' }
      }
    ])
  })

  test('the accepted events in order, with the root of their request', async () => {
    const event = (name: string) => ({ event: name, event_time: 1700000000, event_id: name, unknown: { x: [''] } })
    const root = { event_source_id: 'PIXEL_ONE', partner_name: 'Segment', test_event_code: 'TEST1' }
    const one = { 'Access-Token': 'one' }
    await post(sandbox, bodyWith({}, { ...root, data: [event('a'), event('b')] }), one)
    await post(sandbox, bodyWith({}, { ...root, data: [event('c'), { event: 'no time' }] }), one)
    await post(sandbox, bodyWith({}, { event_source_id: 'PIXEL_ONE', data: [event('d')] }), one)
    expect(sandbox.accepted).toStrictEqual([
      { event_source: 'web', ...root, data: event('a') },
      { event_source: 'web', ...root, data: event('b') },
      { event_source: 'web', event_source_id: 'PIXEL_ONE', data: event('d') }
    ])
  })

  test('nothing after a reset', async () => {
    await send('one', 'PIXEL_ONE')
    sandbox.reset()
    expect([sandbox.requests, sandbox.accepted]).toStrictEqual([[], []])
  })
})
