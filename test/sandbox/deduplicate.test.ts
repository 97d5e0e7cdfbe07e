import { PIXEL_EVENT_PATH, type Sandbox, startSandbox } from '../../src/sandbox'
import { bodyWith, ok, post } from './post'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let now = 0
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now })
})
beforeEach(() => {
  now = 0
  sandbox.reset()
})
afterAll(() => sandbox.close())

const server = (event: object = {}, root: object = {}) => post(sandbox, bodyWith({ event_id: 'e1', ...event }, root))
const pixel = (event: object = {}) =>
  fetch(sandbox.origin + PIXEL_EVENT_PATH, {
    method: 'POST',
    body: JSON.stringify({ pixel_code: 'SANDBOX_PIXEL', event: 'Contact', event_id: 'e1', ...event })
  })
const contact = { event_source_id: 'SANDBOX_PIXEL', event: 'Contact', event_id: 'e1' }

it('accepts events of the Pixel from any page', async () => {
  const answer = await pixel({ properties: { value: 1 }, user: { email: 'a@b' } })
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toStrictEqual([204, '*'])
  expect(sandbox.pixelEvents).toStrictEqual([
    { pixel_code: 'SANDBOX_PIXEL', event: 'Contact', event_id: 'e1', properties: { value: 1 }, user: { email: 'a@b' } }
  ])
})

it('refuses bodies that are not events of the Pixel', async () => {
  expect((await pixel({ pixel_code: ' ' })).status).toBe(400)
  expect(sandbox.pixelEvents).toStrictEqual([])
})

it.each([
  { after: 5 * MINUTE, fate: 'merged' },
  { after: 5 * MINUTE + 1, fate: 'dropped' },
  { after: 48 * HOUR, fate: 'dropped' }
])('counts two copies once when the second arrives after $after ms: $fate', async ({ after, fate }) => {
  await pixel()
  now = after
  expect(await server()).toStrictEqual(ok())
  expect(sandbox.counted).toStrictEqual([
    {
      ...contact,
      copies: [
        { via: 'pixel', fate: 'counted' },
        { via: 'server', fate }
      ]
    }
  ])
})

it('counts an event again after 48 hours', async () => {
  await pixel()
  now = 48 * HOUR + 1
  await server()
  const copies = (via: string) => [{ via, fate: 'counted' }]
  expect(sandbox.counted).toStrictEqual([
    { ...contact, copies: copies('pixel') },
    { ...contact, copies: copies('server') }
  ])
})

it.each([
  { title: 'another name', event: { event: 'PageView' }, root: {} },
  { title: 'another ID', event: { event_id: 'e2' }, root: {} },
  { title: 'another source', event: {}, root: { event_source_id: 'SANDBOX_OFFLINE' } }
])('counts both when the second has $title', async ({ event, root }) => {
  await pixel()
  await server(event, root)
  expect(sandbox.counted.map(({ copies }) => copies.length)).toStrictEqual([1, 1])
})

it('does not compare events without an ID and counts no test event', async () => {
  await pixel({ event_id: undefined })
  await pixel({ event_id: undefined })
  await server({}, { test_event_code: 'TEST1' })
  expect(sandbox.counted).toStrictEqual(
    Array(2).fill({
      event_source_id: 'SANDBOX_PIXEL',
      event: 'Contact',
      copies: [{ via: 'pixel', fate: 'counted' }]
    })
  )
})
