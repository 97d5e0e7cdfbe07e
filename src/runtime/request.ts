import { type RequestClient, type RequestOptions, SelfTimeoutError } from '@segment/actions-core'

/** The time limits of a client's calls. */
export interface Bounds {
  /** In milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
}

/**
 * Creates a client whose calls end after the timeout or when the signal aborts, even while they read the body. It has
 * its own timer, because the timeout of actions-core's client covers only the wait for the headers. `request` gets both
 * a timeout and a signal, because a client may support only one of them.
 * @param request any client, even one that supports neither
 */
export function boundedClient(request: RequestClient, { timeout, signal }: Bounds): RequestClient {
  return async <Data>(url: string, options?: RequestOptions) => {
    signal?.throwIfAborted()
    const controller = new AbortController()
    let end!: (reason: Error) => void
    // The race ends the call even if the client ignores the signal. `end` rejects the promise directly, because a
    // listener on `controller.signal` would be slower.
    const ended = new Promise<never>((_, reject) => {
      end = (reason) => {
        controller.abort(reason)
        reject(reason)
      }
    })
    const timer = setTimeout(() => {
      end(new SelfTimeoutError(`No complete answer came within ${timeout} milliseconds.`))
    }, timeout)
    const stopWaiting = onAbort(signal, (reason) => {
      end(reason as Error)
    })
    try {
      return await Promise.race([request<Data>(url, { ...options, timeout, signal: controller.signal }), ended])
    } finally {
      clearTimeout(timer)
      stopWaiting()
    }
  }
}

type Callback = (reason: unknown) => void

/** The callbacks that wait for each signal, and its only listener. */
const waiting = new WeakMap<AbortSignal, { readonly callbacks: Set<Callback>; readonly listener: () => void }>()

/**
 * Waits until a signal aborts. All calls share one listener, because Node.js warns of a leak if a signal has more than
 * ten.
 * @returns a function that stops waiting
 */
function onAbort(signal: AbortSignal | undefined, callback: Callback): () => void {
  if (signal === undefined) return () => undefined
  const { callbacks, listener } = waiting.get(signal) ?? startWaiting(signal)
  callbacks.add(callback)
  // Adding the same listener again has no effect.
  signal.addEventListener('abort', listener)
  return () => {
    callbacks.delete(callback)
    if (callbacks.size === 0) signal.removeEventListener('abort', listener)
  }
}

function startWaiting(signal: AbortSignal) {
  const callbacks = new Set<Callback>()
  const listener = (): void => {
    for (const callback of callbacks) callback(signal.reason)
  }
  const entry = { callbacks, listener }
  waiting.set(signal, entry)
  return entry
}
