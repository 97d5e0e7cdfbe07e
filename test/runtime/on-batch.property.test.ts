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
import { runs } from '../support/runs'

/** A destination with its settings and examples. */
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

/** The part of an event's result that must be the same in both hosts. */
interface EventOutcome {
  status: number
  message: string
}

/** Runs `onBatch` with one event and one subscription. Without a matching trigger there is no result. */
async function outcomeInOnBatch(
  { definition, settings }: Case,
  subscription: Subscription,
  event: SegmentEvent
): Promise<{ outcome: EventOutcome | undefined; bodies: RequestBody[] }> {
  const { request, bodies } = stubClient()
  const destination = new Destination(withClient(definition, request) as never)
  try {
    const results = await destination.onBatch([event], { ...settings, subscription } as never)
    const [node] = (results[0]?.multistatus ?? []) as Node[]
    return {
      outcome: node && { status: node.status, message: node.errormessage ?? 'TikTok accepted the event.' },
      bodies
    }
  } catch (error) {
    return { outcome: { status: 400, message: messageOf(error) }, bodies }
  }
}

/** Lists the sent events one by one, because the two hosts make different batches of them. */
function sentIn(bodies: readonly RequestBody[]): string[] {
  return bodies
    .flatMap(({ data = [], ...envelope }) => data.map((event) => JSON.stringify({ ...envelope, event })))
    .sort()
}

async function expectSameOutcomes(one: Case, subscriptions: readonly Subscription[], events: readonly SegmentEvent[]) {
  const { request, bodies } = stubClient()
  const connection = connect(one.definition, one.settings as never, { subscriptions, request })
  const results = await connection.send(events)
  const ours = results.map(({ outcomes }) =>
    outcomes.map(({ httpStatus, message }): EventOutcome => ({ status: httpStatus, message }))
  )

  const theirs: EventOutcome[][] = []
  const theirBodies: RequestBody[] = []
  for (const event of events) {
    const outcomes: EventOutcome[] = []
    for (const subscription of subscriptions) {
      const { outcome, bodies } = await outcomeInOnBatch(one, subscription, event)
      if (outcome !== undefined) outcomes.push(outcome)
      theirBodies.push(...bodies)
    }
    theirs.push(outcomes)
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

  it('for the examples with the presets and their own mappings', async () => {
    const examples = examplesOf(one.examples)
    const own = examples.flatMap(subscriptionOf) as Subscription[]
    const events = examples.map(({ event }) => event)
    const outcomes = await expectSameOutcomes(one, [...presets, ...own], events)
    expect(outcomes.length).toBeGreaterThan(events.length / 2)
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
          const outcomes = await expectSameOutcomes(one, some, events)
          delivered += outcomes.filter(({ status }) => status === 200).length
          refused += outcomes.filter(({ status }) => status === 400).length
        }
      ),
      { numRuns: runs(150) }
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
