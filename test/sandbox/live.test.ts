import type { LiveMessage } from '../../src/sandbox/live-message'
import { PIXEL_EVENT_PATH } from '../../src/sandbox'
import { createApp } from '../../src/sandbox/app'
import { createFaultQueue } from '../../src/sandbox/faults'
import { createRecords } from '../../src/sandbox/records'
import { eventually } from '../browser/eventually'
import { useSandbox } from '../support/use-sandbox'
import { bodyWith, HASH, post } from './post'

const running = useSandbox({ now: () => 1_700_000_000_000 })

/** Listens to the stream of the page. */
async function listen() {
  const gone = new AbortController()
  const response = await fetch(`${running.sandbox.origin}/live`, { signal: gone.signal })
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    type: response.headers.get('content-type'),
    next: async (): Promise<LiveMessage> => {
      for (;;) {
        const [message, ...rest] = text.split('\n\n')
        if (message !== undefined && rest.length > 0) {
          text = rest.join('\n\n')
          return JSON.parse(message.replace(/^data: /, '')) as LiveMessage
        }
        text += decoder.decode((await reader.read()).value, { stream: true })
      }
    },
    close: () => {
      gone.abort()
    }
  }
}

const noTotals = { requests: 0, events: 0, accepted: 0, refused: 0, counted: 0, copies: 0, fromBoth: 0, dropped: 0 }

test('the stream starts with the records and continues with new ones', async () => {
  await post(running.sandbox, bodyWith({ event_id: '1', user: { email: HASH } }))
  const stream = await listen()
  expect(stream.type).toBe('text/event-stream')
  expect(await stream.next()).toStrictEqual({
    isReset: true,
    entries: [
      {
        position: 0,
        time: 1_700_000_000_000,
        via: 'server',
        root: { json: '{"event_source":"web","event_source_id":"SANDBOX_PIXEL"}' },
        events: [{ json: `{"event":"Contact","event_time":1700000000,"event_id":"1","user":{"email":"${HASH}"}}` }],
        answer: { status: 200, code: 0, message: 'OK' },
        byFault: false,
        fates: ['counted']
      }
    ],
    totals: { ...noTotals, requests: 1, events: 1, accepted: 1, counted: 1 },
    activity: [{ start: 1_700_000_000_000, accepted: 1, refused: 0 }],
    faults: []
  })
  await fetch(running.sandbox.origin + PIXEL_EVENT_PATH, {
    method: 'POST',
    body: '{"pixel_code":"SANDBOX_PIXEL","event":"Contact","event_id":"1"}'
  })
  expect(await stream.next()).toStrictEqual({
    isReset: false,
    entries: [
      {
        position: 1,
        time: 1_700_000_000_000,
        via: 'pixel',
        root: { json: '{"pixel_code":"SANDBOX_PIXEL","event":"Contact","event_id":"1"}' },
        events: [{ json: '{"pixel_code":"SANDBOX_PIXEL","event":"Contact","event_id":"1"}' }],
        answer: { status: 204 },
        byFault: false,
        fates: ['merged']
      }
    ],
    totals: { ...noTotals, requests: 2, events: 2, accepted: 2, counted: 1, copies: 1, fromBoth: 1 },
    activity: [{ start: 1_700_000_000_000, accepted: 2, refused: 0 }],
    faults: []
  })
  stream.close()
})

test('a refused request, a fault and a test event are marked', async () => {
  running.sandbox.fail({ code: 40100 })
  await post(running.sandbox, bodyWith())
  await post(running.sandbox, bodyWith(), {})
  await post(running.sandbox, bodyWith({}, { test_event_code: 'T' }))
  await post(running.sandbox, 'no JSON')
  const stream = await listen()
  const { entries, totals } = await stream.next()
  expect(
    entries.map(({ answer, byFault, fates, events, root }) => [answer.code, byFault, fates, events.length, root.json])
  ).toStrictEqual([
    [40100, true, [], 1, '{"event_source":"web","event_source_id":"SANDBOX_PIXEL"}'],
    [40104, false, [], 1, '{"event_source":"web","event_source_id":"SANDBOX_PIXEL"}'],
    [0, false, ['test'], 1, '{"event_source":"web","event_source_id":"SANDBOX_PIXEL","test_event_code":"T"}'],
    [40002, false, [], 0, '"no JSON"']
  ])
  expect(totals).toStrictEqual({ ...noTotals, requests: 4, events: 3, accepted: 1, refused: 2 })
  stream.close()
})

test('an answer comes from a fault unless the fault only delays it', async () => {
  running.sandbox.fail({ delay: 1 })
  running.sandbox.fail({ delay: 1, then: { code: 40105 } })
  await post(running.sandbox, bodyWith(), {})
  await post(running.sandbox, bodyWith(), {})
  const stream = await listen()
  const { entries } = await stream.next()
  expect(entries.map(({ answer, byFault }) => [answer.code, byFault])).toStrictEqual([
    [40104, false],
    [40105, true]
  ])
  stream.close()
})

test('pending faults are listed', async () => {
  const stream = await listen()
  expect((await stream.next()).faults).toStrictEqual([])
  running.sandbox.fail({ code: 40100 }, 2)
  running.sandbox.fail(() => undefined, Infinity)
  expect((await stream.next()).faults).toStrictEqual([
    { fault: { code: 40100 }, left: 2 },
    { fault: null, left: null }
  ])
  await post(running.sandbox, bodyWith())
  expect((await stream.next()).faults).toStrictEqual([
    { fault: { code: 40100 }, left: 1 },
    { fault: null, left: null }
  ])
  stream.close()
})

test('a reset empties the page', async () => {
  await post(running.sandbox, bodyWith())
  const stream = await listen()
  await stream.next()
  running.sandbox.reset()
  expect(await stream.next()).toStrictEqual({ isReset: true, entries: [], totals: noTotals, activity: [], faults: [] })
  stream.close()
})

test('a page that connects late gets the newest 10,000 events, in messages of 500 events or one request', async () => {
  const events = (count: number) => Array.from({ length: count }, () => ({ event: 'Contact', event_time: 1700000000 }))
  for (let sent = 0; sent < 12; sent += 1) await post(running.sandbox, bodyWith({}, { data: events(1000) }))
  const stream = await listen()
  const positions: number[] = []
  for (let read = 0; read < 10; read += 1) {
    const { isReset, entries, totals } = await stream.next()
    expect([isReset, totals.events]).toStrictEqual([read === 0, 12_000])
    positions.push(...entries.map(({ position }) => position))
  }
  expect(positions).toStrictEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  stream.close()
})

test('an event of more than 64,000 characters is cut', async () => {
  await post(running.sandbox, bodyWith({ unknown: 'x'.repeat(70_000) }))
  const stream = await listen()
  const [entry] = (await stream.next()).entries
  const whole = JSON.stringify({ event: 'Contact', event_time: 1700000000, unknown: 'x'.repeat(70_000) })
  expect(entry?.events).toStrictEqual([{ json: whole.slice(0, 64_000), fullLength: whole.length }])
  stream.close()
})

test('a closed page leaves no listener', async () => {
  const records = createRecords(Date.now, Infinity)
  const parts = { sourcesByToken: new Map<string, Set<string>>(), records, faults: createFaultQueue(), hosts: [] }
  const app = createApp({ ...parts, requiresToken: false, reset: () => undefined })
  const pages: Response[] = []
  for (let opened = 0; opened < 20; opened += 1) pages.push(await app.request('/live'))
  await eventually(() => {
    expect(records.changes.listenerCount('change')).toBe(20)
  })
  for (const page of pages) await page.body?.cancel()
  await eventually(() => {
    expect(records.changes.listenerCount('change')).toBe(0)
  })
})
