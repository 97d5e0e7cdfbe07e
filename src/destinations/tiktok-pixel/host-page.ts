import type { QueuedCall, Ttq } from './ttq-types'

/** The parts of `window` that the Pixel uses. Tests pass an object of their own. */
export interface HostPage {
  document: HostDocument
  console: { warn: (text: string) => void }
  /** A queue until TikTok's script has loaded. It is a plain array if the page created it without TikTok's snippet. */
  ttq?: Ttq | QueuedCall[]
  TiktokAnalyticsObject?: string
}

/** The parts of `document` that the Pixel uses. */
export interface HostDocument {
  readonly cookie: string
  readonly head: { append(...elements: unknown[]): void }
  createElement(tag: 'script'): ScriptElement
  querySelector(selector: string): Pick<ScriptElement, 'addEventListener'> | null
}

interface ScriptElement {
  src: string
  addEventListener(type: 'error', listener: () => void): void
}

// Declared here, so that server code, which is compiled without the DOM types, can import TikTok Pixel.
declare const window: HostPage

/** The page that this code runs on. */
export function currentPage(): HostPage {
  return window
}
