import type { Settings } from './generated-types'
import type { HostPage } from './host-page'
import { QUEUED_METHODS, type LoadOptions, type PixelQueue, type QueuedCall, type Ttq } from './ttq-types'

const SCRIPT_URL = 'https://analytics.tiktok.com/i18n/pixel/events.js'

/**
 * Loads a pixel, unless the page has already loaded it. With consent mode `on`, it holds consent in both cases.
 * @param page the page, which gets a `ttq` if it has none
 * @param id the pixel code
 * @param settings the destination's settings
 * @param onBlocked called if TikTok's script fails to load after this call, because a policy, an extension or the
 * network blocks it
 * @returns whether this call loaded the pixel
 */
export function loadPixel(page: HostPage, id: string, settings: Settings, onBlocked: () => void): boolean {
  const ttq = ensureTtq(page)
  // `holdConsent` comes first, because a pixel sets its cookies as soon as it loads.
  if (settings.consentMode === 'on') ttq.holdConsent()
  const isLoadedBefore = Boolean(ttq._i?.[id])
  if (!isLoadedBefore) ttq.load(id, { limited_data_use: settings.ldu ?? false })
  // The page or another plugin may have added the script element, and `load` does not return it, so it is looked up.
  page.document.querySelector(`script[src="${scriptUrl(id)}"]`)?.addEventListener('error', onBlocked)
  return !isLoadedBefore
}

/** Whether the page has loaded this pixel. It is assumed to be loaded if `ttq` does not list its pixels. */
export function hasPixel(page: HostPage, id: string): boolean {
  const ttq = currentTtq(page)
  return Boolean(ttq && (ttq._i ? ttq._i[id] : true))
}

/**
 * The page's `ttq`; undefined if it is missing or a plain array. Read it again for each call, because TikTok's script
 * may replace the queue with another object.
 */
export function currentTtq({ ttq }: HostPage): Ttq | undefined {
  return ttq && 'instance' in ttq ? ttq : undefined
}

/** The page's `ttq`, or a new queue for TikTok's script. */
export function ensureTtq(page: HostPage): Ttq {
  const ttq = currentTtq(page) ?? installQueue(page)
  ttq._partner ??= 'Segment'
  return ttq
}

/** A `ttq` before TikTok's script has loaded. */
type Queue = Ttq & Required<Pick<Ttq, '_i' | '_t' | '_o'>>

function installQueue(page: HostPage): Queue {
  const ttq: Queue = Object.assign(toQueue(page.ttq as QueuedCall[] | undefined), {
    _i: {},
    _t: {},
    _o: {},
    // As in TikTok's own snippet, calls to a pixel that was never loaded are lost.
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
