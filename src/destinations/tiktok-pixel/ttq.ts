import type { Settings } from './generated-types'
import {
  QUEUED_METHODS,
  type PixelQueue,
  type PixelWindow,
  type QueuedCall,
  type Ttq,
  type LoadOptions
} from './ttq-types'

const SCRIPT_URL = 'https://analytics.tiktok.com/i18n/pixel/events.js'

/**
 * Loads a pixel, unless it is there already.
 * @param page where `ttq` is, or will be
 * @param id the pixel's code
 * @param settings the destination's
 * @param onBlocked called when TikTok's script does not arrive: blocked by a policy, an extension or the network
 * @returns whether it was loaded now
 */
export function loadPixel(page: PixelWindow, id: string, settings: Settings, onBlocked: () => void): boolean {
  const ttq = ensureTtq(page)
  // Before the pixel is loaded, or it has set its cookies.
  if (settings.consentMode === 'on') ttq.holdConsent()
  if (ttq._i?.[id]) return false
  ttq.load(id, { limited_data_use: settings.ldu ?? false })
  // Looked up rather than made here: `load` is the page's own when its snippet came first.
  page.document.querySelector(`script[src="${scriptUrl(id)}"]`)?.addEventListener('error', onBlocked)
  return true
}

/** Has the page loaded this pixel? A `ttq` that does not say which pixels it has may well have it. */
export function hasPixel(page: PixelWindow, id: string): boolean {
  const ttq = currentTtq(page)
  return Boolean(ttq && (ttq._i ? ttq._i[id] : true))
}

/** The `ttq` of the page now. Ask for each call: TikTok's script may put another object in the queue's place. */
export function currentTtq({ ttq }: PixelWindow): Ttq | undefined {
  return ttq && 'instance' in ttq ? ttq : undefined
}

/** The `ttq` of the page, or a queue of our own that waits for TikTok's script. */
export function ensureTtq(page: PixelWindow): Ttq {
  const ttq = currentTtq(page) ?? installQueue(page)
  ttq._partner ??= 'Segment'
  return ttq
}

/** A `ttq` that is still a queue. */
type Queue = Ttq & Required<Pick<Ttq, '_i' | '_t' | '_o'>>

function installQueue(page: PixelWindow): Queue {
  const ttq: Queue = Object.assign(toQueue(page.ttq as QueuedCall[] | undefined), {
    _i: {},
    _t: {},
    _o: {},
    // TikTok's own snippet drops the calls to a pixel that was never loaded, too.
    instance: (id: string) => ttq._i[id] ?? toQueue(),
    load: (id: string, loadOptions: LoadOptions = {}) => {
      ttq._i[id] = Object.assign(toQueue(), { _u: SCRIPT_URL })
      ttq._t[id] = Date.now()
      ttq._o[id] = loadOptions
      const script = page.document.createElement('script')
      script.src = scriptUrl(id)
      page.document.head.append(script)
    }
  })
  page.TiktokAnalyticsObject = 'ttq'
  return (page.ttq = ttq)
}

function toQueue(calls: QueuedCall[] = []): PixelQueue {
  for (const method of QUEUED_METHODS) {
    Object.assign(calls, { [method]: (...args: unknown[]) => calls.push([method, ...args]) })
  }
  return calls as PixelQueue
}

function scriptUrl(id: string): string {
  return `${SCRIPT_URL}?sdkid=${encodeURIComponent(id)}&lib=ttq`
}
