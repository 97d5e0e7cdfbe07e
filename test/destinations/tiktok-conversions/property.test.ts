import { Destination, IntegrationError, type JSONObject, PayloadValidationError } from '@segment/actions-core'
import fc from 'fast-check'
import { inspect } from 'node:util'
import { tiktokConversions } from '../../../src'
import { redirectTo } from '../../../src/sandbox'
import { type Case, eventsFor } from '../../support/arbitrary-events'
import { defaultMapping } from '../../support/conversions'
import { emptyPaths } from '../../support/empty'
import { describeError } from '../../support/failure'
import { useSandbox } from '../../support/use-sandbox'

const TOKEN = 'token-0f1e2d3c4b5a6978'
const running = useSandbox({ tokens: { [TOKEN]: ['SANDBOX_PIXEL'] } })
const settings = { accessToken: TOKEN, pixelCode: 'SANDBOX_PIXEL' }

/** The output on the console during a test. */
const written: string[] = []
beforeAll(() => {
  const write = (...said: unknown[]) => written.push(said.map((one) => inspect(one, { depth: Infinity })).join(' '))
  for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation(write)
  }
})
afterAll(() => {
  jest.restoreAllMocks()
})

/** Runs an event and returns the error, if any, and the requests. */
async function outcomeOf(destination: Destination<typeof settings>, event: Case['event'], subscription: JSONObject) {
  running.sandbox.reset()
  written.length = 0
  let error: unknown
  try {
    await destination.onEvent(event, { ...settings, subscription })
  } catch (caught) {
    error = caught
  }
  destination.responses.length = 0
  return { error, requests: [...running.sandbox.requests] }
}

/** Expects a validation error of the framework. */
function expectValidationError(error: unknown) {
  const { class: kind, status } = describeError(error)
  expect(status).toBe(400)
  if (kind === PayloadValidationError) expect(error).toBeInstanceOf(IntegrationError)
  else expect(error).toMatchObject({ name: 'AggregateAjvError' })
}

async function check(destination: Destination<typeof settings>, { event, secrets }: Case, subscription: JSONObject) {
  const { error, requests } = await outcomeOf(destination, event, subscription)
  if (error === undefined) {
    expect(requests.map(({ answer }) => answer)).toStrictEqual([{ status: 200, code: 0, message: 'OK' }])
    expect(requests.flatMap(({ body }) => emptyPaths(body))).toStrictEqual([])
  } else {
    expectValidationError(error)
    expect(requests).toStrictEqual([])
  }
  const bodies = JSON.stringify(requests.map(({ body }) => body))
  const shown = [bodies, inspect(error, { depth: Infinity, showHidden: true }), ...written].join('\n').toLowerCase()
  expect([TOKEN, ...secrets].filter((secret) => shown.includes(secret.toLowerCase()))).toStrictEqual([])
  return error === undefined ? 'sent' : 'refused'
}

/** actions-core fails on objects that cannot be converted to text, before our code runs. See docs/limits.md. */
const canBecomeText = ({ event }: Case) => !/"(?:toString|valueOf)":/.test(JSON.stringify(event))

const { fields } = tiktokConversions.actions['reportWebEvent'] ?? { fields: {} }
const presets = (tiktokConversions.presets ?? []).map(({ mapping }) => mapping as JSONObject)
const all = (event_source: string, event_spec_type: string) => [
  defaultMapping('Search', { event_source, event_spec_type, test_event_code: { '@path': '$.properties.test_code' } })
]

test.each([
  { title: 'the presets', mappings: presets, numRuns: 300 },
  { title: 'all fields of travel', mappings: all('web', 'travel_fields'), numRuns: 100 },
  { title: 'all fields of vehicles', mappings: all('web', 'vehicle_fields'), numRuns: 100 },
  { title: 'all fields of the CRM', mappings: all('crm', 'travel_fields'), numRuns: 100 }
])('$title: every event is either refused by validation or accepted by TikTok', async ({ mappings, numRuns }) => {
  const destination = new Destination(redirectTo(tiktokConversions, running.sandbox.origin))
  const drawn = fc
    .nat({ max: mappings.length - 1 })
    .chain((index) =>
      fc.record({ index: fc.constant(index), drawn: eventsFor(mappings[index], fields).filter(canBecomeText) })
    )
  const seen = { sent: 0, refused: 0, secret: 0 }
  const property = fc.asyncProperty(drawn, async ({ index, drawn }) => {
    const outcome = await check(destination, drawn, {
      subscribe: 'type = "track"',
      partnerAction: 'reportWebEvent',
      mapping: mappings[index] ?? {}
    })
    seen[outcome] += 1
    if (drawn.secrets.length > 0) seen.secret += 1
  })
  await fc.assert(property, { numRuns })
  // Each outcome must be frequent enough to be tested.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(numRuns / 10)
})

test('an object that the mapping kit cannot read is an error without personal data', async () => {
  const destination = new Destination(redirectTo(tiktokConversions, running.sandbox.origin))
  const subscription = {
    subscribe: 'type = "track"',
    partnerAction: 'reportWebEvent',
    mapping: defaultMapping('Search')
  }
  const event: Case['event'] = { type: 'track', messageId: 'm', properties: { email: { toString: 'ann@example.com' } } }
  const { error, requests } = await outcomeOf(destination, event, subscription)
  expect(describeError(error)).toStrictEqual({
    class: TypeError,
    message: 'Cannot convert object to primitive value',
    code: undefined,
    status: undefined
  })
  expect(requests).toStrictEqual([])
})
