import { Destination, type DestinationDefinition, type JSONObject, type Subscription } from '@segment/actions-core'
import { type Example, examplesOf, subscriptionOf } from '../examples'
import { tiktokConversions, tiktokOfflineConversions, tiktokPixel } from '../src'
import { redirectTo } from '../src/sandbox'
import { callsOfPixel } from './support/both-sides'
import { useSandbox } from './support/use-sandbox'

const running = useSandbox()

/** The mapping of the example, or all presets of the destination. */
function subscriptionsOf(example: Example, presets: readonly object[] = []): Subscription[] {
  return example.mapping ? subscriptionOf(example) : (presets as Subscription[])
}

/** Sends the event of an example to the sandbox, and returns the accepted event or the error. */
async function send(definition: DestinationDefinition<never>, settings: JSONObject, example: Example) {
  const destination = new Destination(redirectTo(definition, running.sandbox.origin))
  const subscriptions = subscriptionsOf(example, definition.presets).map(
    ({ subscribe, partnerAction, mapping = {} }) => ({
      subscribe,
      partnerAction,
      mapping
    })
  )
  const bound = { accessToken: 'sandbox-token', ...settings, ...(example.settings as JSONObject), subscriptions }
  try {
    await destination.onEvent(example.event, bound)
  } catch (caught) {
    const { name, status, message } = caught as Error & { status: number }
    return { error: { name, status, message } }
  }
  return { sent: running.sandbox.accepted.map(({ data }) => data) }
}

/** The expected outcome of an example. */
const outcomeOf = ({ sent, error }: Example) => (error ? { error } : { sent })

describe('examples/tiktok-conversions', () => {
  const examples = examplesOf('tiktok-conversions')

  it.each(examples)('$name: $title', async (example) => {
    expect(await send(tiktokConversions, { pixelCode: 'SANDBOX_PIXEL' }, example)).toStrictEqual(outcomeOf(example))
  })

  it('has an event for every preset', () => {
    const sent = examples.flatMap((example) => example.sent ?? []).map((event) => (event as { event: string }).event)
    const wanted = (tiktokConversions.presets ?? []).map(({ mapping }) => mapping?.['event'])
    expect(sent).toStrictEqual(expect.arrayContaining(wanted))
  })
})

describe('examples/tiktok-offline-conversions', () => {
  it.each(examplesOf('tiktok-offline-conversions'))('$name: $title', async (example) => {
    const settings = { eventSetID: 'SANDBOX_OFFLINE' }
    expect(await send(tiktokOfflineConversions, settings, example)).toStrictEqual(outcomeOf(example))
  })
})

describe('examples/tiktok-pixel', () => {
  it.each(examplesOf('tiktok-pixel'))('$name: $title', async (example) => {
    const calls = []
    for (const subscription of subscriptionsOf(example, tiktokPixel.presets)) {
      calls.push(...(await callsOfPixel(example.event, subscription, example.settings)))
    }
    expect({ sent: calls }).toStrictEqual(outcomeOf(example))
  })
})

it('names each event after its file', () => {
  const examples = (['tiktok-conversions', 'tiktok-offline-conversions', 'tiktok-pixel'] as const).flatMap(examplesOf)
  expect(examples.map(({ event }) => event.messageId)).toStrictEqual(examples.map(({ name }) => name))
})
