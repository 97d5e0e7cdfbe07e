import type { Destination, JSONObject, SegmentEvent } from '@segment/actions-core'
import { type Implementation, core, presetOf, sandbox, settingsFor } from './implementations'

type Perform = (request: unknown, data: { payload: JSONObject }) => unknown

/** Creates an actions-core host for the destination, with changes to its only action. */
export function hostOf(
  { definition }: Implementation,
  change: { perform?: Perform; performBatch?: ((...args: never[]) => unknown) | undefined }
): Destination {
  const { reportWebEvent } = definition.actions
  const changed = { ...definition, actions: { reportWebEvent: { ...reportWebEvent, ...change } } }
  return new core.Destination(changed as unknown as typeof definition)
}

/** Creates an actions-core host for the destination, with requests redirected to another origin on this machine. */
export function hostAt({ definition }: Implementation, origin: string): Destination {
  return new core.Destination(sandbox.redirectTo(definition as never, origin, { timeout: 60_000 }))
}

/** Maps the events to payloads with the Complete Payment preset. */
export async function payloadsOf(
  implementation: Implementation,
  events: readonly SegmentEvent[]
): Promise<JSONObject[]> {
  const payloads: JSONObject[] = []
  const perform: Perform = (_request, { payload }) => payloads.push(payload)
  const host = hostOf(implementation, { perform })
  const settings = settingsFor(presetOf(implementation, 'Complete Payment'))
  for (const event of events) await host.onEvent(event, settings)
  return payloads
}

/** Calls the host's `onEvent` for all events, with a limited number of concurrent calls. */
export async function sendSingly(
  host: Destination,
  events: readonly SegmentEvent[],
  settings: JSONObject,
  concurrency: number
): Promise<void> {
  const remaining = events.values()
  const worker = async () => {
    for (const event of remaining) {
      await host.onEvent(event, settings)
      forgetResponses(host)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
}

/** Releases the responses and requests of a host. actions-core itself keeps all of them. */
export function forgetResponses(host: Destination): void {
  host.responses.length = 0
}
