import { createRequestClient, type RequestClient, type RequestOptions } from '@segment/actions-core'
import type { TikTokEvent } from '../../shared/payload/event'

/** A request to TikTok and its result. */
export interface ObservedRequest {
  readonly events: readonly TikTokEvent[]
  /** The HTTP status; undefined when no answer came. */
  readonly status: number | undefined
  /** In milliseconds. */
  readonly duration: number
}

/** Called after each request to TikTok. */
export type RequestObserver = (request: ObservedRequest) => void

/** Creates a request client of actions-core with an observer. */
export function observedClient(observer: RequestObserver): RequestClient {
  const request = createRequestClient()
  return async <Data>(url: string, options?: RequestOptions) => {
    const start = performance.now()
    const { data: events = [] } = (options?.json ?? {}) as { data?: readonly TikTokEvent[] }
    let status: number | undefined
    try {
      const response = await request<Data>(url, options)
      status = response.status
      return response
    } finally {
      observer({ events, status, duration: performance.now() - start })
    }
  }
}
