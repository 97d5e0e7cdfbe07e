import type { Destination, JSONObject, SegmentEvent } from '@segment/actions-core'
import { type Contender, core, presetOf, sandbox, settingsFor } from './contenders'

type Perform = (request: unknown, data: { payload: JSONObject }) => unknown

/** The destination in a host of actions-core, with its only action replaced or wrapped. */
export function hostOf(
  { definition }: Contender,
  change: { perform?: Perform; performBatch?: ((...args: never[]) => unknown) | undefined }
): Destination {
  const { reportWebEvent } = definition.actions
  const changed = { ...definition, actions: { reportWebEvent: { ...reportWebEvent, ...change } } }
  return new core.Destination(changed as unknown as typeof definition)
}

/** The destination in a host of actions-core, with its requests going to another origin on this machine. */
export function hostAt({ definition }: Contender, origin: string): Destination {
  return new core.Destination(sandbox.redirectTo(definition as never, origin, { timeout: 60_000 }))
}

/** The payloads that the Complete Payment preset makes of the events. */
export async function payloadsOf(contender: Contender, events: readonly SegmentEvent[]): Promise<JSONObject[]> {
  const payloads: JSONObject[] = []
  const perform: Perform = (_request, { payload }) => payloads.push(payload)
  const host = hostOf(contender, { perform })
  const settings = settingsFor(presetOf(contender, 'Complete Payment'))
  for (const event of events) await host.onEvent(event, settings)
  return payloads
}

/** Calls the host's `onEvent` for all events, with a limited number of concurrent calls. */
export async function drive(
  host: Destination,
  events: readonly SegmentEvent[],
  settings: JSONObject,
  underWay: number
): Promise<void> {
  const left = events.values()
  const worker = async () => {
    for (const event of left) {
      await host.onEvent(event, settings)
      forgetResponses(host)
    }
  }
  await Promise.all(Array.from({ length: underWay }, worker))
}

/** actions-core never releases a response or its request. */
export function forgetResponses(host: Destination): void {
  host.responses.length = 0
}
