import type { Settings } from './generated-types'
import {
  QUEUED_METHODS,
  type Pixel,
  type PixelQueue,
  type PixelWindow,
  type QueuedCall,
  type Ttq,
  type LoadOptions
} from './types'

const SCRIPT_URL = 'https://analytics.tiktok.com/i18n/pixel/events.js'

/** `loaded` by us, `present` on the page already, or `missing`: this pixel is not there and must not be loaded. */
export type PixelState = 'loaded' | 'present' | 'missing'

/**
 * Connects the page to a pixel: loads it, unless it is there already or the page is to do it.
 * @param page where `ttq` is, or will be
 * @param settings the destination's, with the pixel code as it counts
 * @param onBlocked called when TikTok's script does not arrive: blocked by a policy, an extension or the network
 */
export function connectPixel(
  page: PixelWindow,
  { pixelCode, ldu = false, useExistingPixel, consentMode }: Settings,
  onBlocked: () => void
): PixelState {
  // A ttq that does not say which pixels it has may well have this one.
  if (useExistingPixel) return isTtq(page.ttq) && (page.ttq._i?.[pixelCode] ?? !page.ttq._i) ? 'present' : 'missing'
  const ttq = ensureTtq(page)
  // Before the pixel is loaded, or it has set its cookies.
  if (consentMode === 'on') ttq.holdConsent()
  if (ttq._i?.[pixelCode]) return 'present'
  ttq.load(pixelCode, { limited_data_use: ldu })
  // Looked up rather than made here: `load` is the page's own when its snippet came first.
  page.document.querySelector(`script[src="${scriptUrl(pixelCode)}"]`)?.addEventListener('error', onBlocked)
  return 'loaded'
}

/** The `ttq` of the page now. Ask for each call: TikTok's script may put another object in the queue's place. */
export function currentTtq(page: PixelWindow): Ttq | undefined {
  return isTtq(page.ttq) ? page.ttq : undefined
}

/** The `ttq` of the page, or a queue of our own that waits for TikTok's script. */
export function ensureTtq(page: PixelWindow): Ttq {
  const ttq = isTtq(page.ttq) ? page.ttq : installQueue(page, page.ttq ?? [])
  ttq._partner ??= 'Segment'
  return ttq
}

function isTtq(candidate: PixelWindow['ttq']): candidate is Ttq {
  return candidate !== undefined && 'load' in candidate && 'instance' in candidate
}

function installQueue(page: PixelWindow, calls: QueuedCall[]): Ttq {
  const pixels: Record<string, PixelQueue & { _u: string }> = {}
  const times: Record<string, number> = {}
  const options: Record<string, LoadOptions> = {}
  const ttq = Object.assign(toQueue(calls), {
    _i: pixels,
    _t: times,
    _o: options,
    // TikTok's own snippet drops the calls to a pixel that was never loaded, too.
    instance: (id: string) => pixels[id] ?? toQueue([]),
    load: (id: string, loadOptions: LoadOptions = {}) => {
      pixels[id] = Object.assign(toQueue([]), { _u: SCRIPT_URL })
      times[id] = Date.now()
      options[id] = loadOptions
      addScript(page.document, id)
    }
  })
  page.TiktokAnalyticsObject = 'ttq'
  page.ttq = ttq
  return ttq
}

function toQueue(calls: QueuedCall[]): PixelQueue {
  const stubs = QUEUED_METHODS.map((method) => [method, (...args: unknown[]) => calls.push([method, ...args])])
  return Object.assign(calls, Object.fromEntries(stubs) as Pixel)
}

function addScript(document: Document, id: string): void {
  const script = document.createElement('script')
  script.async = true
  script.src = scriptUrl(id)
  document.head.appendChild(script)
}

function scriptUrl(id: string): string {
  return `${SCRIPT_URL}?sdkid=${encodeURIComponent(id)}&lib=ttq`
}
