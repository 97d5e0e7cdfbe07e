import { post, purchase } from '../support/post'
import { runRelay, type RunningRelay } from '../support/use-relay'

let running: RunningRelay
beforeEach(async () => {
  running = await runRelay()
})
afterEach(() => running.close())

function send(...batch: object[]) {
  return post(running.relay.origin, '/v1/batch', { batch })
}

/** The lines of the log, without the time that a batch took. */
function lines(): unknown[] {
  const texts = running.log().trimEnd().split('\n')
  return texts.map((text) => {
    const { ms, ...line } = JSON.parse(text) as Record<string, unknown>
    expect(ms).toStrictEqual(expect.any(Number))
    return line
  })
}

const BATCH = { time: expect.any(Number) as number, source: 'shop', destination: 'web', msg: 'batch' }
const NONE = { delivered: 0, rejected: 0, retry: 0, denied: 0, ignored: 0 }

it('has a line for each batch', async () => {
  await send(purchase('a'), purchase('b'))
  await send(purchase('c'), purchase('bad', { timestamp: 'Tomato 5' }))
  expect(lines()).toStrictEqual([
    { ...BATCH, level: 30, events: 2, ...NONE, delivered: 2 },
    { ...BATCH, level: 40, events: 2, ...NONE, delivered: 1, rejected: 1 }
  ])
})

it('says why events must be sent again, and that their destination is paused', async () => {
  running.sandbox.fail({ code: 40105 })
  await send(purchase('a'))
  expect(lines()).toStrictEqual([
    {
      ...BATCH,
      level: 40,
      events: 1,
      ...NONE,
      denied: 1,
      pause: 'denied',
      problem: expect.stringContaining('(code 40105, request ') as string
    }
  ])
})

it("does not quote TikTok's message if TikTok refused a whole request, because it may quote an event", async () => {
  running.sandbox.fail({ code: 49999, message: 'Invalid query: Alice Example' })
  await send(purchase('a'), purchase('b'))
  expect(lines()).toStrictEqual([
    {
      ...BATCH,
      level: 40,
      events: 2,
      ...NONE,
      retry: 2,
      pause: 'unavailable',
      problem: expect.stringMatching(
        /^TikTok has neither accepted this event nor refused it individually. Send the event again later. \(code 49999, request \d+\)$/
      ) as string
    }
  ])
})
