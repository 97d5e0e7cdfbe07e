import type { BaseActionDefinition, BaseDefinition, GlobalSetting } from '@segment/actions-core'
import type { ClickStorage } from './captureClickIds/click'
import type { PixelClient } from './client'
import type { Settings } from './generated-types'
import type { Payload as IdentifyPayload } from './identify/generated-types'
import type { Payload as ReportPayload } from './reportWebEvent/generated-types'

/** A mapping as Segment's CDN serves it with the settings. */
export interface PixelSubscription {
  name: string
  enabled: boolean
  partnerAction: string
  subscribe: string
  mapping: Readonly<Record<string, unknown>>
}

/** What the destination is handed in a browser: its settings, which nobody has validated, and its mappings. */
export interface PixelSettings extends Settings {
  subscriptions?: PixelSubscription[]
}

/** What an action in the browser is handed: the payload as it was mapped, which nobody has validated. */
export interface PixelInput<Payload> {
  payload: Payload
  settings: PixelSettings
}

/** An action that reports to the pixel. */
export interface PixelAction<Payload> extends BaseActionDefinition {
  platform: 'web'
  perform: (client: PixelClient, input: PixelInput<Payload>) => void
}

/** As much of analytics.js as we use, in types of our own: whoever only reads the catalogue need not install it. */
export interface PixelAnalytics {
  storage: ClickStorage
  register: (plugin: PixelPlugin) => Promise<unknown>
}

/** A plugin of analytics.js that sees every event before any destination does. */
export interface PixelPlugin extends Record<'track' | 'page' | 'identify' | 'group' | 'alias', EventHook> {
  name: string
  version: string
  type: 'enrichment'
  isLoaded: () => boolean
  load: () => Promise<unknown>
}

type EventHook = <Context extends { event: object }>(context: Context) => Context

/** An event on its way through analytics.js. */
export interface PixelContext {
  event: {
    context?: { page?: { search?: string | undefined } | undefined } | undefined
    integrations?: Readonly<Record<string, unknown>> | undefined
  }
  updateEvent: (path: string, value: unknown) => unknown
}

/** What the action that captures click ids is handed. */
export interface CaptureInput {
  context: PixelContext
  analytics: Pick<PixelAnalytics, 'storage'>
}

/** The action that adds to events on their way to Segment. */
export interface PixelCapture extends BaseActionDefinition {
  platform: 'web'
  lifecycleHook: 'enrichment'
  perform: (client: PixelClient, input: CaptureInput) => void
}

/** What analytics.js hands to `initialize`. */
export interface InitializeOptions {
  settings: PixelSettings
  analytics: Pick<PixelAnalytics, 'register'>
}

/** The definition, without the types of analytics.js: whoever only reads the catalogue need not install it. */
export interface PixelDefinition extends BaseDefinition {
  mode: 'device'
  settings: Record<keyof Settings, GlobalSetting>
  initialize: (options: InitializeOptions) => Promise<PixelClient>
  actions: {
    reportWebEvent: PixelAction<ReportPayload>
    identify: PixelAction<IdentifyPayload>
    captureClickIds: PixelCapture
  }
}
