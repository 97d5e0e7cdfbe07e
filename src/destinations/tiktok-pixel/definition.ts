import type { BaseActionDefinition, BaseDefinition, GlobalSetting } from '@segment/actions-core'
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

/** An action in the browser. */
export interface PixelAction<Payload> extends BaseActionDefinition {
  platform: 'web'
  perform: (client: PixelClient, input: PixelInput<Payload>) => void
}

/** The definition, without the types of analytics.js: whoever only reads the catalogue need not install it. */
export interface PixelDefinition extends BaseDefinition {
  mode: 'device'
  settings: Record<keyof Settings, GlobalSetting>
  initialize: (options: { settings: PixelSettings }) => Promise<PixelClient>
  actions: { reportWebEvent: PixelAction<ReportPayload>; identify: PixelAction<IdentifyPayload> }
}
