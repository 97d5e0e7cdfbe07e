import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BAD_LETTER, BAD_PURCHASE } from '../support/bad-purchase'
import { post, purchase } from '../support/post'
import { runRelay, type RunningRelay, source, WEB } from '../support/use-relay'

const DAY = 86_400_000

let running: RunningRelay
afterEach(() => running.close())

function send(...ids: string[]) {
  return post(running.relay.origin, '/v1/batch', { batch: ids.map((id) => purchase(id)) })
}

async function deadLetters(): Promise<unknown[]> {
  const folder = join(running.folder, 'dead-letters')
  const names = await readdir(folder)
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) => text.trimEnd().split('\n')).map((text): unknown => JSON.parse(text))
}

const sizes = () => running.sandbox.requests.map(({ body }) => (body as { data: unknown[] }).data.length)

it('puts the events of concurrent requests into shared batches', async () => {
  running = await runRelay()
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => send(`a${index}`, `b${index}`)))
  expect(answers.map(({ status }) => status)).toStrictEqual(answers.map(() => 200))
  expect(sizes().reduce((sum, size) => sum + size)).toBe(40)
  expect(sizes().length).toBeLessThan(20)
})

it('sends at most 1,000 events in one batch', async () => {
  running = await runRelay()
  await send(...Array.from({ length: 2200 }, (_, index) => `m${index}`))
  expect(sizes().sort()).toStrictEqual([1000, 1000, 200])
})

it('answers 200 for an event that TikTok rejects, and stores it with the reason', async () => {
  running = await runRelay()
  const bad = { ...BAD_PURCHASE, secret: 'not mapped' }
  expect(await post(running.relay.origin, '/v1/batch', { batch: [purchase('good'), bad] })).toMatchObject({
    status: 200
  })
  expect(running.sandbox.counted).toHaveLength(1)
  expect(await deadLetters()).toStrictEqual([BAD_LETTER])
})

it.each([
  ['a rate limit', { code: 40100 }, '1'],
  ['an error of TikTok', { status: 502 }, '1'],
  ['a lost connection', { reset: true }, '1']
] as const)('answers 503 after %s; the request can be sent again', async (_, fault, retryAfter) => {
  running = await runRelay()
  running.sandbox.fail(fault)
  const answer = await send('again')
  expect(answer).toMatchObject({
    status: 503,
    body: { error: 'Not all events are delivered or stored. Send the request again.' }
  })
  expect(answer.headers.get('Retry-After')).toBe(retryAfter)
  while ((await send('again')).status !== 200) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(running.sandbox.counted).toHaveLength(1)
  expect(await deadLetters().catch(() => [])).toStrictEqual([])
})

it('answers 503 with a wait of minutes while the token is denied, and sends no requests to TikTok', async () => {
  running = await runRelay()
  running.sandbox.fail({ code: 40105 }, Infinity)
  const first = await send('denied')
  expect(first.status).toBe(503)
  expect(Number(first.headers.get('Retry-After'))).toBeGreaterThanOrEqual(119)
  expect(await send('denied')).toMatchObject({ status: 503 })
  expect(running.sandbox.requests).toHaveLength(1)
})

it('asks clients to wait until 00:00 UTC after a daily limit', async () => {
  running = await runRelay()
  running.sandbox.fail({ code: 40100, message: 'App 123 reaches the QPD limit 10, current QPD is 11' })
  const untilMidnight = () => Math.floor((DAY - (Date.now() % DAY)) / 1000)
  const most = untilMidnight() + 1
  const { status, headers } = await send('limited')
  expect(status).toBe(503)
  expect(Number(headers.get('Retry-After'))).toBeLessThanOrEqual(most)
  expect(Number(headers.get('Retry-After'))).toBeGreaterThanOrEqual(untilMidnight())
})

it('delivers to one destination while the token of another is denied', async () => {
  const dead = { ...WEB, name: 'dead', settings: { ...WEB.settings, accessToken: 'dead' } }
  running = await runRelay({ sources: [source('shop', { destinations: [dead, WEB] }), source('store')] })
  expect(await send('m1')).toMatchObject({ status: 503 })
  expect(await post(running.relay.origin, '/v1/track', purchase('m2'), { writeKey: 'store-key' })).toMatchObject({
    status: 200
  })
  expect(running.sandbox.counted.map(({ event_id }) => event_id).sort()).toStrictEqual(['m1', 'm2'])
})

it('answers 503 for a rejected event that cannot be stored, and is not ready', async () => {
  running = await runRelay()
  const folder = join(running.folder, 'dead-letters')
  await rm(folder, { recursive: true })
  await writeFile(folder, 'a file where the folder belongs')
  const bad = { batch: [BAD_PURCHASE] }
  expect(await post(running.relay.origin, '/v1/batch', bad)).toMatchObject({ status: 503 })
  await rm(folder)
  expect((await fetch(`${running.relay.origin}/readyz`)).status).toBe(503)
  expect(await post(running.relay.origin, '/v1/batch', bad)).toMatchObject({ status: 200 })
  expect(await deadLetters()).toHaveLength(1)
})

it('refuses events while too many are waiting', async () => {
  running = await runRelay()
  running.sandbox.fail({ delay: 1000 }, Infinity)
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, batch) => send(...Array.from({ length: 2000 }, (_, index) => `${batch}-${index}`)))
  )
  expect(answers.map(({ status }) => status).sort()).toStrictEqual([200, 200, 200, 200, 200, 503])
})

it('finishes open batches when it is stopped', async () => {
  running = await runRelay()
  running.sandbox.fail({ delay: 500 })
  const answer = send('last')
  await new Promise((resolve) => setTimeout(resolve, 200))
  await running.relay.stop()
  expect(await answer).toMatchObject({ status: 200 })
  expect(running.sandbox.counted).toHaveLength(1)
})
