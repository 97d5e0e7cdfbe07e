/*
 * Stands in for TikTok's events.js. It takes over the queue as theirs does, and more strictly: another object takes the
 * place of `ttq`, so that whoever kept the old one talks to nobody. It records everything.
 */
import {
  QUEUED_METHODS,
  type Pixel,
  type PixelWindow,
  type QueuedCall,
  type Ttq
} from '../../src/destinations/tiktok-pixel/ttq-types'
import { act } from './outbox'

/** One call that reached TikTok's script; the pixel is `*` for a call on `ttq` itself, which means all of them. */
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

const page: PixelWindow = window
const calls = (window.__tiktokCalls ??= [])

function record(pixel: string, method: string, args: unknown[]): void {
  // Copied, because the caller may change its objects afterwards.
  calls.push({ pixel, method, args: structuredClone(args) })
  act(pixel, method, args)
}

/** What answers at once, where the queue only took notes. */
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

/** Takes over from the queue, once for the page, however many pixels it has. */
function takeOver(queue: Ttq): Ttq {
  const pixels = (queue._i ??= {})
  const ttq: Ttq = {
    ...live('*'),
    _i: pixels,
    _t: queue._t ?? {},
    _o: queue._o ?? {},
    instance: (id) => pixels[id] ?? live(id),
    // A pixel that is loaded from now on goes through the queue's own loader.
    load: queue.load
  }
  page.ttq = ttq
  // Before the pixels' own calls: consent that was held before `load` must hold for all of them.
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
