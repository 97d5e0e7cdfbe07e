/*
 * The sending part of the stand-in. Events are held before consent, sent in order after a grant, and dropped after a
 * denial. Like TikTok's script, it sets its cookie as soon as consent allows. Source: TikTok, "Cookie consent".
 */

/** One event that was sent, in the format of the sandbox. */
export interface SentEvent {
  pixel_code: string
  event: string
  event_id?: string
  properties?: unknown
  user?: unknown
}

declare global {
  interface Window {
    /** The URL that events are posted to. Without it they are only recorded in `__tiktokSent`. */
    __tiktokUrl?: string
    __tiktokSent?: SentEvent[]
  }
}

const sent = (window.__tiktokSent ??= [])
const users: Record<string, unknown> = {}
let consent: 'granted' | 'held' | 'revoked' = 'granted'
let held: SentEvent[] = []

/** Executes a call on one pixel or on all of them. */
export function act(pixel: string, method: string, args: unknown[]): void {
  const [first, properties, options] = args
  switch (method) {
    case 'load':
      setCookie()
      return
    case 'identify':
      users[pixel] = first
      return
    case 'page':
      send({ pixel_code: pixel, event: 'Pageview' })
      return
    case 'track':
      send({ pixel_code: pixel, event: String(first), properties, ...(options as object), user: users[pixel] })
      return
    case 'holdConsent':
      consent = 'held'
      return
    case 'revokeConsent':
      consent = 'revoked'
      held = []
      return
    case 'grantConsent': {
      consent = 'granted'
      setCookie()
      held.splice(0).forEach(send)
    }
  }
}

function send(event: SentEvent): void {
  if (consent === 'held') held.push(event)
  if (consent !== 'granted') return
  sent.push(structuredClone(event))
  const url = window.__tiktokUrl
  if (url !== undefined) void fetch(url, { method: 'POST', body: JSON.stringify(event), keepalive: true })
}

function setCookie(): void {
  if (consent === 'granted' && !document.cookie.includes('_ttp='))
    document.cookie = '_ttp=stand-in; path=/; max-age=3600'
}
