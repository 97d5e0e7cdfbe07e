import type { BaseActionDefinition, BaseDefinition, GlobalSetting } from '@segment/actions-core'
import type { Analytics, AnalyticsContext } from './analytics-types'
import type { PixelClient } from './client'
import type { Settings } from './generated-types'
import type { Payload as IdentifyPayload } from './identify/generated-types'
import type { PixelSettings } from './pixel-settings'
import type { Payload as ReportPayload } from './reportWebEvent/generated-types'

/** The input of an action for one event: the mapped payload, not validated, and the event itself. */
export interface PixelInput<Payload> {
  payload: Payload
  settings: PixelSettings
  context: Pick<AnalyticsContext, 'event'>
}

/** An action that reports to the pixel. */
export interface PixelAction<Payload> extends BaseActionDefinition {
  platform: 'web'
  perform: (client: PixelClient, input: PixelInput<Payload>) => void
}

/** The input of the action that captures click IDs. */
export interface CaptureInput {
  context: AnalyticsContext
  analytics: Pick<Analytics, 'storage'>
}

/** The action that adds click IDs to events on their way to Segment. */
export interface CaptureAction extends BaseActionDefinition {
  platform: 'web'
  lifecycleHook: 'enrichment'
  perform: (client: PixelClient, input: CaptureInput) => void
}

/** The options that Segment's browser runtime passes to `initialize`. */
export interface InitializeOptions {
  settings: PixelSettings
  analytics: Pick<Analytics, 'register'>
}

/** The destination's definition. */
export interface PixelDefinition extends BaseDefinition {
  mode: 'device'
  settings: Record<keyof Settings, GlobalSetting>
  initialize: (options: InitializeOptions) => Promise<PixelClient>
  actions: {
    reportWebEvent: PixelAction<ReportPayload>
    identify: PixelAction<IdentifyPayload>
    captureClickIds: CaptureAction
  }
}
