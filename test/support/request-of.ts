import {
  createTestEvent,
  createTestIntegration,
  type DestinationDefinition,
  type JSONObject
} from '@segment/actions-core'
import nock from 'nock'

// Jest gives all test files of a worker the same `http` module, so nock must not stay active for the next test file.
afterAll(() => {
  nock.restore()
})

/** The only request that an action sends for its mapped data, as Segment's snapshot tests record it. */
export async function requestOf<Settings>(
  definition: DestinationDefinition<Settings>,
  actionSlug: string,
  settings: Settings,
  eventData: JSONObject
) {
  const endpoint = nock('https://business-api.tiktok.com').post('/open_api/v1.3/event/track/').reply(200)
  const event = createTestEvent({ properties: eventData })
  const responses = await createTestIntegration(definition).testAction(actionSlug, {
    event,
    mapping: eventData,
    settings
  })
  expect(responses).toHaveLength(1)
  expect(endpoint.isDone()).toBe(true)
  const { method, url, headers } = responses[0]?.request ?? new Request('https://none.example')
  const body: unknown = JSON.parse((await responses[0]?.request.text()) ?? '')
  const sent: Record<string, string> = {}
  headers.forEach((value, name) => {
    sent[name] = value
  })
  return { method, url, headers: sent, body }
}

/** The test data must have a value for every field, and for every property of a field. */
export function expectAllFields(definition: DestinationDefinition<never>, actionSlug: string, data: JSONObject): void {
  const fields = definition.actions[actionSlug]?.fields ?? {}
  expect(Object.keys(data).sort()).toStrictEqual(Object.keys(fields).sort())
  for (const [key, { properties = {} }] of Object.entries(fields)) {
    const [value] = [data[key]].flat()
    if (Object.keys(properties).length > 0) {
      expect(Object.keys(value ?? {}).sort()).toStrictEqual(Object.keys(properties).sort())
    }
  }
}
