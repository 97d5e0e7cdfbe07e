import {
  defaultValues,
  Destination,
  type JSONObject,
  type RequestOptions,
  type SegmentEvent
} from '@segment/actions-core'
import omit from 'lodash/omit'
import { tiktokConversions } from '../../src'
import { redirectTo, type Sandbox } from '../../src/sandbox'

/** Settings that the sandbox accepts. */
export const SETTINGS = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }

/** The default mapping of all fields, with this event name. */
export function defaultMapping(event: string, changes: JSONObject = {}): JSONObject {
  const fields = tiktokConversions.actions['reportWebEvent']?.fields ?? {}
  return { ...(defaultValues(fields) as JSONObject), event, ...changes }
}

/** Changes to an event. Integrations may hold more than the framework's type allows. */
export type EventChanges = Omit<Partial<SegmentEvent>, 'integrations'> & { integrations?: object }

/** A purchase on a website. */
export function purchase(changes: EventChanges = {}): SegmentEvent {
  const event = {
    type: 'track',
    event: 'Order Completed',
    messageId: 'message-1',
    userId: 'user-1',
    timestamp: '2026-11-19T12:00:00.000Z',
    properties: {},
    ...changes
  }
  return event as SegmentEvent
}

/** Options for running an event. */
export interface Run {
  mapping?: JSONObject
  settings?: JSONObject
  request?: RequestOptions
  /** The host's signal, which ends a request that takes too long. */
  signal?: AbortSignal
}

/** Runs an event through actions-core to the sandbox, with the default mapping unless another one is given. */
export async function run({ origin }: Sandbox, event: SegmentEvent, options: Run = {}): Promise<void> {
  const { mapping = defaultMapping('CompletePayment'), settings = {}, request = {}, signal } = options
  const destination = new Destination(redirectTo(tiktokConversions, origin, request))
  const subscription = { subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }
  await destination.onEvent(event, { ...SETTINGS, ...settings, subscription }, signal && { signal })
}

/** Runs an event through actions-core to the sandbox, with all presets. */
export async function runPresets({ origin }: Sandbox, event: SegmentEvent, settings: JSONObject = {}): Promise<void> {
  const destination = new Destination(redirectTo(tiktokConversions, origin))
  const subscriptions = (tiktokConversions.presets ?? []).map((preset): JSONObject => {
    const { partnerAction, mapping = {} } = preset
    return { partnerAction, mapping: mapping, subscribe: 'subscribe' in preset ? preset.subscribe : '' }
  })
  await destination.onEvent(event, { ...SETTINGS, ...settings, subscriptions })
}

/** The event that was sent, without the properties that every event has. */
export function withoutCommonProperties({ accepted }: Sandbox): object {
  expect(accepted).toHaveLength(1)
  return omit(accepted[0]?.data, ['event', 'event_time', 'event_id', 'limited_data_use'])
}
