import { Destination, type SegmentEvent } from '@segment/actions-core'
import { conditionsOf, type Definition, eventFor, type Trigger, triggersOf } from './definition'

/** Runs an event through the triggers, as actions-core evaluates them; returns the names of the presets that fire. */
async function firedBy(triggers: readonly Trigger[], event: SegmentEvent): Promise<string[]> {
  const fired: string[] = []
  const recorder = new Destination<object, unknown>({
    name: 'Recorder',
    mode: 'cloud',
    actions: {
      record: {
        title: 'Record',
        description: 'Records which preset fired',
        fields: { preset: { label: 'Preset', description: 'The name', type: 'string' } },
        perform: (_request, { payload }: { payload: { preset?: string } }) => {
          fired.push(payload.preset ?? '')
        }
      }
    }
  })
  const subscriptions = triggers.map(({ name, subscribe }) => ({
    subscribe,
    partnerAction: 'record',
    mapping: { preset: name }
  }))
  await recorder.onEvent(event, { subscriptions })
  return fired
}

/** Tests that each preset fires only on its trigger. */
export function triggers(definition: Definition): void {
  const all = triggersOf(definition)

  test('there are at least fifteen presets, and names and triggers are unique', () => {
    expect(all.length).toBeGreaterThanOrEqual(15)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(new Set(all.map(({ subscribe }) => subscribe)).size).toBe(all.length)
  })

  test.each(all)('$subscribe fires $name and the other presets whose conditions it meets', async (trigger) => {
    const met = conditionsOf(trigger)
    const wanted = all.filter((other) => conditionsOf(other).every((condition) => met.includes(condition)))
    expect(wanted).toContain(trigger)
    expect(await firedBy(all, eventFor(trigger))).toStrictEqual(wanted.map(({ name }) => name))
  })

  test('a page call fires Page View only', async () => {
    for (const name of ['Home', 'Order Completed']) {
      expect(await firedBy(all, { type: 'page', name })).toStrictEqual(['Page View'])
    }
  })

  test.each<SegmentEvent>([
    { type: 'track', event: 'Something Else' },
    { type: 'track', event: 'order completed' },
    { type: 'track', event: 'Order Completed ' },
    { type: 'track', event: '' },
    { type: 'track' },
    { type: 'identify', traits: { event: 'Signed Up' } },
    { type: 'group' },
    { type: 'screen', name: 'Order Completed' },
    { type: 'alias' }
  ])('$type "$event" fires nothing', async (event) => {
    expect(await firedBy(all, event)).toStrictEqual([])
  })
}
