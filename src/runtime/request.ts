import { type RequestClient, type RequestOptions, SelfTimeoutError } from '@segment/actions-core'

/** The time limits of a client's calls. */
export interface Bounds {
  /** In milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
}

/**
 * Creates a client whose calls end after the timeout or when the signal aborts, even while they read the body. The
 * client of actions-core gets both: a signal alone switches its timeout off, and its timeout alone ends at the headers.
 * @param request any client, even one that supports neither
 * @param onRetryAfter called with the wait that an answer asks for, in seconds
 */
export function boundedClient(
  request: RequestClient,
  { timeout, signal }: Bounds,
  onRetryAfter: (seconds: number) => void
): RequestClient {
  return async <Data>(url: string, options?: RequestOptions) => {
    signal?.throwIfAborted()
    const call = new AbortController()
    const timer = setTimeout(() => {
      call.abort(new SelfTimeoutError(`No whole answer came within ${timeout} milliseconds.`))
    }, timeout)
    const abort = (): void => {
      call.abort(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    try {
      const response = await Promise.race([
        request<Data>(url, { ...options, timeout, signal: call.signal }),
        rejectedBy(call.signal)
      ])
      const seconds = retryAfterOf(response)
      if (seconds !== undefined) onRetryAfter(seconds)
      return response
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }
}

/** Rejects when the signal aborts, because a client may ignore its signal. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
  })
}

/** `Retry-After` in seconds. TikTok sends none, but a gateway may. A client may return no headers. */
function retryAfterOf(response: { headers?: Headers }): number | undefined {
  const value = response.headers?.get('retry-after')
  if (value === null || value === undefined) return undefined
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}
