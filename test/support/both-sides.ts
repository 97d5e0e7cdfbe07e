import { Destination, type JSONObject, type SegmentEvent, type Subscription } from '@segment/actions-core'
import type { Analytics, Context } from '@segment/analytics-next'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import { tiktokConversions, tiktokPixel } from '../../src'
import type { HostPage } from '../../src/destinations/tiktok-pixel/host-page'
import { connect } from '../../src/destinations/tiktok-pixel/initialize'
import type { PixelSettings } from '../../src/destinations/tiktok-pixel/pixel-settings'
import type { Pixel, QueuedCall } from '../../src/destinations/tiktok-pixel/ttq-types'
import { redirectTo, type Sandbox } from '../../src/sandbox'
import { SETTINGS } from './conversions'

/** The events that Conversions sends for an event. None if the trigger does not match, or if the event is refused. */
export async function eventsOfConversions(sandbox: Sandbox, event: SegmentEvent, subscription: Subscription) {
  sandbox.reset()
  const destination = new Destination(redirectTo(tiktokConversions, sandbox.origin))
  const { subscribe, partnerAction, mapping = {} } = subscription
  const settings = { ...SETTINGS, subscription: { subscribe, partnerAction, mapping } as JSONObject }
  await destination.onEvent(event, settings).catch(() => undefined)
  return sandbox.accepted.map(({ data }): Record<string, unknown> => ({ ...data }))
}

/** The calls on the pixel for an event and a mapping, through Segment's browser runtime and mapping kit. */
export async function callsOfPixel(
  event: SegmentEvent,
  subscription: Subscription,
  settings: Partial<PixelSettings> = {}
): Promise<QueuedCall[]> {
  const calls: QueuedCall[] = []
  const page = recordingPage(calls)
  const definition = {
    ...tiktokPixel,
    initialize: ({ settings }: { settings: PixelSettings }) => Promise.resolve(connect(page, settings))
  }
  const enabled = { name: '', enabled: true, ...subscription, mapping: subscription.mapping ?? {} }
  for (const plugin of generatePlugins(definition, { pixelCode: SETTINGS.pixelCode, ...settings }, [enabled])) {
    const context = { event } as unknown as Context
    await plugin.load(context, undefined as unknown as Analytics)
    const method = event.type === 'page' || event.type === 'identify' ? event.type : 'track'
    await plugin[method]?.(context)
  }
  return calls
}

/** A page that has loaded the pixel itself. Its document finds no element. */
function recordingPage(calls: QueuedCall[]): HostPage {
  const record =
    (method: string) =>
    (...args: unknown[]) =>
      calls.push([method, ...args])
  const pixel = { page: record('page'), track: record('track'), identify: record('identify') } as unknown as Pixel
  const ttq = { load: () => undefined, instance: () => pixel, _i: { [SETTINGS.pixelCode]: pixel } }
  return { ttq, console, document: { querySelector: () => null } } as unknown as HostPage
}
