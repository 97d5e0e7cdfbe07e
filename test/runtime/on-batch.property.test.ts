import {
  defaultValues,
  Destination,
  type DestinationDefinition,
  type InputField,
  type JSONObject,
  type SegmentEvent
} from '@segment/actions-core'
import fc from 'fast-check'
import { type ExampleDestination, examplesOf, subscriptionOf } from '../../examples'
import { tiktokConversions, tiktokOfflineConversions } from '../../src'
import { connect, type Subscription } from '../../src/runtime'
import { messageOf } from '../../src/runtime/configuration-error'
import type { RequestBody } from '../../src/shared/events-api/request'
import { eventsFor } from '../support/arbitrary-events'
import { mappings as arbitraryMappings, part } from '../support/arbitrary-mappings'
import type { Node } from '../support/batch'
import { stubClient, withClient } from '../support/stub-client'

/** One destination, and how it is tried. */
interface Case {
  readonly definition: DestinationDefinition<never>
  readonly settings: JSONObject
  readonly examples: ExampleDestination
}

const cases: Record<string, Case> = {
  conversions: {
    definition: tiktokConversions,
    settings: { accessToken: 'token', pixelCode: 'PIXEL', crmEventSetId: 'CRM', defaultPhoneCountry: 'DE' },
    examples: 'tiktok-conversions'
  },
  offline: {
    definition: tiktokOfflineConversions,
    settings: { accessToken: 'token', eventSetID: 'OFFLINE', contentIdMode: 'sku' },
    examples: 'tiktok-offline-conversions'
  }
}

/** How an event fared, without what differs between the two hosts on purpose. */
interface Fate {
  status: number
  message: string
}

/** What `onBatch` says of one event and one subscription: nothing when the trigger does not take it. */
async function fateInOnBatch(
  { definition, settings }: Case,
  subscription: Subscription,
  event: SegmentEvent
): Promise<{ fate: Fate | undefined; bodies: RequestBody[] }> {
  const { request, bodies } = stubClient()
  const destination = new Destination(withClient(definition, request) as never)
  try {
    const results = await destination.onBatch([event], { ...settings, subscription } as never)
    const [node] = (results[0]?.multistatus ?? []) as Node[]
    return { fate: node && { status: node.status, message: node.errormessage ?? 'TikTok accepted the event.' }, bodies }
  } catch (error) {
    return { fate: { status: 400, message: messageOf(error) }, bodies }
  }
}

/** What was sent, event by event: the requests are put together differently. */
function sentIn(bodies: readonly RequestBody[]): string[] {
  return bodies
    .flatMap(({ data = [], ...envelope }) => data.map((event) => JSON.stringify({ ...envelope, event })))
    .sort()
}

async function expectSameFates(one: Case, subscriptions: readonly Subscription[], events: readonly SegmentEvent[]) {
  const { request, bodies } = stubClient()
  const connection = connect(one.definition, one.settings as never, { subscriptions, request })
  const results = await connection.send(events)
  const ours = results.map(({ outcomes }) =>
    outcomes.map(({ httpStatus, message }): Fate => ({ status: httpStatus, message }))
  )

  const theirs: Fate[][] = []
  const theirBodies: RequestBody[] = []
  for (const event of events) {
    const fates: Fate[] = []
    for (const subscription of subscriptions) {
      const { fate, bodies } = await fateInOnBatch(one, subscription, event)
      if (fate !== undefined) fates.push(fate)
      theirBodies.push(...bodies)
    }
    theirs.push(fates)
  }
  expect(ours).toStrictEqual(theirs)
  expect(sentIn(bodies)).toStrictEqual(sentIn(theirBodies))
  return ours.flat()
}

describe.each(Object.entries(cases))('%s: the results of connect are those of onBatch', (_, one) => {
  const presets = (one.definition.presets ?? []) as Subscription[]
  const fields: Readonly<Record<string, InputField>> = Object.values(one.definition.actions)[0]?.fields ?? {}
  const defaults = defaultValues(fields) as JSONObject
  const [partnerAction = ''] = Object.keys(one.definition.actions)

  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date('2026-11-20T12:00:00Z'),
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask']
    })
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('for the examples with the presets and the mappings beside them', async () => {
    const examples = examplesOf(one.examples)
    const own = examples.flatMap(subscriptionOf) as Subscription[]
    const events = examples.map(({ event }) => event)
    const fates = await expectSameFates(one, [...presets, ...own], events)
    expect(fates.length).toBeGreaterThan(events.length / 2)
  })

  const own = fc
    .record({
      extra: arbitraryMappings,
      all: fc.dictionary(fc.constantFrom(...Object.keys(fields)), part, { maxKeys: 3 })
    })
    .map(({ extra, all }): Subscription => ({
      subscribe: 'type = "track"',
      partnerAction,
      mapping: { ...defaults, event: 'Custom', ...extra, ...all }
    }))
  const subscriptions = fc.array(fc.oneof(fc.constantFrom(...presets), own), { minLength: 1, maxLength: 3 })

  it('for random events with random subscriptions', async () => {
    let delivered = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(
        subscriptions.filter((some) => isValid(one, some)),
        fc.array(eventsFor(defaults, fields), { minLength: 3, maxLength: 3 }),
        fc.constantFrom(...presets),
        async (some, drawn, { subscribe }) => {
          const name = /event = "(.+?)"/.exec(subscribe)?.[1]
          const events = drawn.map(({ event }) => ({ ...event, event: name ?? 'Custom' }))
          const fates = await expectSameFates(one, some, events)
          delivered += fates.filter(({ status }) => status === 200).length
          refused += fates.filter(({ status }) => status === 400).length
        }
      ),
      { numRuns: 150 }
    )
    expect(delivered).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
  })
})

/** `connect` refuses an invalid mapping before the first event; `onBatch` refuses each event. */
function isValid({ definition, settings }: Case, subscriptions: readonly Subscription[]): boolean {
  try {
    connect(definition, settings as never, { subscriptions })
    return true
  } catch {
    return false
  }
}
