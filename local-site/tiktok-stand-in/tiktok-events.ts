/*
 * A stand-in for TikTok's events.js. It takes over the queue and records every call. It is stricter than TikTok's script:
 * it replaces the object `ttq`, so that calls on the old object are lost.
 */
import type { HostPage } from '../../src/destinations/tiktok-pixel/host-page'
import { QUEUED_METHODS, type Pixel, type QueuedCall, type Ttq } from '../../src/destinations/tiktok-pixel/ttq-types'
import { act } from './outbox'

/** One call that reached TikTok's script. The pixel is `*` for a call on `ttq` itself, which applies to all pixels. */
export interface TikTokCall {
  pixel: string
  method: string
  args: unknown[]
}

declare global {
  interface Window {
    __tiktokCalls?: TikTokCall[]
  }
}

const page: HostPage = window
const calls = (window.__tiktokCalls ??= [])

function record(pixel: string, method: string, args: unknown[]): void {
  // Copied because the caller may change its objects later.
  calls.push({ pixel, method, args: structuredClone(args) })
  act(pixel, method, args)
}

/** A pixel whose methods execute each call at once. */
function live(pixel: string): Pixel {
  const methods = QUEUED_METHODS.map((method) => [
    method,
    (...args: unknown[]) => {
      record(pixel, method, args)
    }
  ])
  return Object.fromEntries(methods) as Pixel
}

function replay(pixel: string, queue: unknown): void {
  if (!Array.isArray(queue)) return
  for (const [method, ...args] of queue.splice(0) as QueuedCall[]) record(pixel, method, args)
}

/** Replaces the queue by an object that executes calls, once per page. */
function takeOver(queue: Ttq): Ttq {
  const pixels = (queue._i ??= {})
  const ttq: Ttq = {
    ...live('*'),
    _i: pixels,
    _t: queue._t ?? {},
    _o: queue._o ?? {},
    instance: (id) => pixels[id] ?? live(id),
    // The queue's own loader also loads later pixels.
    load: queue.load
  }
  page.ttq = ttq
  // Replayed before the pixels' own calls, because `holdConsent` applies to all of them.
  replay('*', queue)
  return ttq
}

function mount(id: string): void {
  const ttq = page.ttq as Ttq
  const current = Array.isArray(ttq) ? takeOver(ttq) : ttq
  const queue = current._i?.[id]
  record(id, 'load', [current._o?.[id]])
  current._i = Object.assign(current._i ?? {}, { [id]: live(id) })
  replay(id, queue)
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) mount(new URL(script.src).searchParams.get('sdkid') ?? '')
