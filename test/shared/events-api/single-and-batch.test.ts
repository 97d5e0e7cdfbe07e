import { Destination, type DestinationDefinition, type JSONObject, type Subscription } from '@segment/actions-core'
import { type ExampleDestination, examplesOf, subscriptionOf } from '../../../examples'
import { tiktokConversions, tiktokOfflineConversions } from '../../../src'
import { redirectTo, type Sandbox, startSandbox } from '../../../src/sandbox'

const cases: {
  folder: ExampleDestination
  definition: DestinationDefinition<never>
  settings: JSONObject
}[] = [
  {
    folder: 'tiktok-conversions',
    definition: tiktokConversions,
    settings: { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL', crmEventSetId: 'SANDBOX_CRM' }
  },
  {
    folder: 'tiktok-offline-conversions',
    definition: tiktokOfflineConversions,
    settings: { accessToken: 'sandbox-token', eventSetID: 'SANDBOX_OFFLINE' }
  }
]

describe.each(cases)('the examples of $folder', ({ folder, definition, settings }) => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  afterAll(() => sandbox.close())

  it('sends the same bytes for an event alone and in a batch', async () => {
    const examples = examplesOf(folder)
    const events = examples.map(({ event }) => event)
    const own = examples.flatMap(subscriptionOf)
    const destination = new Destination(redirectTo(definition, sandbox.origin))
    let compared = 0
    for (const { name, ...subscription } of [...(definition.presets ?? []), ...own] as Subscription[]) {
      const bound = { ...settings, subscription: subscription as unknown as JSONObject }

      sandbox.reset()
      const failures: unknown[] = []
      for (const event of events) {
        await destination.onEvent(event, bound).catch((error: unknown) => failures.push((error as Error).message))
      }
      const single = sandbox.accepted.map(({ data }) => JSON.stringify(data))

      sandbox.reset()
      const [result] = await destination.onBatch(events, bound)
      const batch = sandbox.accepted.map(({ data }) => JSON.stringify(data))
      const rejected = (result?.multistatus ?? []).flatMap((node) =>
        'errormessage' in node ? [node.errormessage] : []
      )

      expect({ name, events: batch }).toStrictEqual({ name, events: single })
      expect(rejected.filter((message) => !message.includes('does not match the subscription'))).toStrictEqual(failures)
      compared += single.length
    }
    expect(compared).toBeGreaterThan(5)
  })
})
