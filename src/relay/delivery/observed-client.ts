import {
  createRequestClient,
  type ModifiedResponse,
  type RequestClient,
  type RequestOptions
} from '@segment/actions-core'
import { quote } from '../../shared/events-api/quote'
import { type Answer, readAnswer } from '../../shared/events-api/read-answer'
import type { RequestBody } from '../../shared/events-api/request'
import type { TikTokEvent } from '../../shared/payload/event'

/** A request to TikTok and its result. */
export interface ObservedRequest {
  readonly events: readonly TikTokEvent[]
  readonly body: Partial<RequestBody>
  /** The HTTP status; undefined if TikTok did not answer. */
  readonly status: number | undefined
  /** In milliseconds. */
  readonly duration: number
  /** Reads TikTok's answer and removes private text from its message; undefined if TikTok did not answer. */
  readonly answer: () => Answer | undefined
}

/** Called after each request to TikTok. */
export type RequestObserver = (request: ObservedRequest) => void

/** Creates a request client of actions-core with an observer. */
export function observedClient(observer: RequestObserver): RequestClient {
  const request = createRequestClient()
  return async <Data>(url: string, options?: RequestOptions) => {
    const start = performance.now()
    const body = (options?.json ?? {}) as Partial<RequestBody>
    let response: ModifiedResponse<Data> | undefined
    try {
      response = await request<Data>(url, options)
      return response
    } finally {
      const received = response
      observer({
        events: body.data ?? [],
        body,
        status: received?.status,
        duration: performance.now() - start,
        answer: () => received && withoutPrivateText(readAnswer(received, Date.now()), options)
      })
    }
  }
}

function withoutPrivateText({ message, ...answer }: Answer, options: RequestOptions | undefined): Answer {
  const { 'Access-Token': token = '' } = (options?.headers ?? {}) as Readonly<Record<string, string>>
  return message === undefined ? answer : { ...answer, message: quote(message, token) }
}
