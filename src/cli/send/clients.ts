import type { ModifiedResponse, RequestClient } from '@segment/actions-core'

/** A client that counts its requests. */
export function countingClient(request: RequestClient): {
  readonly request: RequestClient
  readonly count: () => number
} {
  let count = 0
  return {
    count: () => count,
    request: (url, options) => {
      count += 1
      return request(url, options)
    }
  }
}

/** A client that sends nothing and returns TikTok's answer for accepted events. */
export const acceptingClient: RequestClient = <Data>() => {
  const content = '{"code":0,"message":"OK","data":{}}'
  const response = Object.assign(new Response(content), { content, data: JSON.parse(content) as Data })
  return Promise.resolve(response as unknown as ModifiedResponse<Data>)
}
