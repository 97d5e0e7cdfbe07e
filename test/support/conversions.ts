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

/** Settings with which the sandbox takes events. */
export const SETTINGS = { accessToken: 'sandbox-token', pixelCode: 'SANDBOX_PIXEL' }

/** All fields as their defaults map them, under this name. */
export function defaultMapping(event: string, changes: JSONObject = {}): JSONObject {
  const fields = tiktokConversions.actions['reportWebEvent']?.fields ?? {}
  return { ...(defaultValues(fields) as JSONObject), event, ...changes }
}

/** What a test changes in an event. Integrations hold more than the framework's type allows. */
export type EventChanges = Omit<Partial<SegmentEvent>, 'integrations'> & { integrations?: object }

/** A purchase as a website sends it. */
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

/** How a test lets an event run. */
export interface Run {
  mapping?: JSONObject
  settings?: JSONObject
  request?: RequestOptions
  /** The host's, which ends what takes too long. */
  signal?: AbortSignal
}

/** Runs one event through actions-core to the sandbox, by default with all fields mapped by their defaults. */
export async function run({ origin }: Sandbox, event: SegmentEvent, options: Run = {}): Promise<void> {
  const { mapping = defaultMapping('CompletePayment'), settings = {}, request = {}, signal } = options
  const destination = new Destination(redirectTo(tiktokConversions, origin, request))
  const subscription = { subscribe: 'type = "track"', partnerAction: 'reportWebEvent', mapping }
  await destination.onEvent(event, { ...SETTINGS, ...settings, subscription }, signal && { signal })
}

/** Runs one event with the presets of the destination. */
export async function runPresets({ origin }: Sandbox, event: SegmentEvent, settings: JSONObject = {}): Promise<void> {
  const destination = new Destination(redirectTo(tiktokConversions, origin))
  const subscriptions = (tiktokConversions.presets ?? []).map((preset): JSONObject => {
    const { partnerAction, mapping = {} } = preset
    return { partnerAction, mapping: mapping, subscribe: 'subscribe' in preset ? preset.subscribe : '' }
  })
  await destination.onEvent(event, { ...SETTINGS, ...settings, subscriptions })
}

/** What stands in the only event that went out, without what every event has. */
export function specialOf({ accepted }: Sandbox): object {
  expect(accepted).toHaveLength(1)
  return omit(accepted[0]?.data, ['event', 'event_time', 'event_id', 'limited_data_use'])
}
