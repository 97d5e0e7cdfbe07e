import type { Settings } from './generated-types'

/** A mapping as Segment's CDN serves it. */
export interface PixelSubscription {
  name: string
  enabled: boolean
  partnerAction: string
  subscribe: string
  mapping?: Readonly<Record<string, unknown>>
}

/** The settings and mappings in the browser. They are not validated. */
export interface PixelSettings extends Settings {
  subscriptions?: PixelSubscription[]
}
