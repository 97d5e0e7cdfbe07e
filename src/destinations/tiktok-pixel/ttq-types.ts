/** One call in a queue: the method's name, then its arguments. */
export type QueuedCall = [method: string, ...args: unknown[]]

/** The methods that a queue records until TikTok's script has loaded. */
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

/** The options of `track`. */
export interface TrackOptions {
  event_id?: string
}

/** The methods of one pixel. On `ttq` itself they apply to all pixels. Only methods that we call have exact types. */
export interface Pixel extends Record<(typeof QUEUED_METHODS)[number], (...args: never[]) => void> {
  page: () => void
  track: (event: string, properties: object, options?: TrackOptions) => void
  identify: (user: object) => void
  holdConsent: () => void
  revokeConsent: () => void
  grantConsent: () => void
}

/** A queue that records a pixel's calls until TikTok's script has loaded. */
export interface PixelQueue extends Pixel, Array<QueuedCall> {}

/** The options of `load`. */
export interface LoadOptions {
  limited_data_use?: boolean
}

/** TikTok's global: a queue at first, then TikTok's own object. TikTok's script reads the properties that start with `_`. */
export interface Ttq extends Pixel {
  instance: (id: string) => Pixel
  load: (id: string, options?: LoadOptions) => void
  /** The queue of each pixel, with the URL of its script. */
  _i?: Record<string, Pixel & { _u?: string }>
  /** When each pixel was loaded, in milliseconds. */
  _t?: Record<string, number>
  /** The options that each pixel was loaded with. */
  _o?: Record<string, LoadOptions>
  _partner?: string
}
