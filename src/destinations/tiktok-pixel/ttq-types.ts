/** One call waiting in a queue: the method's name, then its arguments. */
export type QueuedCall = [method: string, ...args: unknown[]]

/** The methods of TikTok's script that a queue stands in for until the script takes over. */
export const QUEUED_METHODS = [
  'page',
  'track',
  'identify',
  'instances',
  'debug',
  'on',
  'off',
  'once',
  'ready',
  'alias',
  'group',
  'enableCookie',
  'disableCookie',
  'holdConsent',
  'revokeConsent',
  'grantConsent'
] as const

/** What `track` says about an event besides its name and properties. */
export interface TrackOptions {
  event_id?: string
}

/** What one pixel, or all of them through `ttq` itself, can be told. Methods that we do not give arguments take none. */
export interface Pixel extends Record<(typeof QUEUED_METHODS)[number], (...args: never[]) => void> {
  page: () => void
  track: (event: string, properties: object, options?: TrackOptions) => void
  identify: (user: object) => void
  holdConsent: () => void
  revokeConsent: () => void
  grantConsent: () => void
}

/** A queue that takes a pixel's calls until TikTok's script takes over. */
export interface PixelQueue extends Pixel, Array<QueuedCall> {}

/** What `load` is told about a pixel. */
export interface LoadOptions {
  limited_data_use?: boolean
}

/** TikTok's global, whether it is still a queue or TikTok's own object; names with `_` are what their script reads. */
export interface Ttq extends Pixel {
  instance: (id: string) => Pixel
  load: (id: string, options?: LoadOptions) => void
  /** Each pixel's own queue, with the address of the script that it comes from. */
  _i?: Record<string, Pixel & { _u?: string }>
  /** When each pixel was loaded, in milliseconds. */
  _t?: Record<string, number>
  /** What each pixel was loaded with. */
  _o?: Record<string, LoadOptions>
  _partner?: string
}

/** The part of `window` that the Pixel works with; tests pass their own. */
export interface PixelWindow {
  document: Document
  /** A bare array is a queue that somebody has started without TikTok's snippet. */
  ttq?: Ttq | QueuedCall[]
  TiktokAnalyticsObject?: string
}
