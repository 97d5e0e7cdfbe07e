/** The options of every fault except a delay. */
interface Hits {
  /** TikTok accepts the events as it would without the fault, and only its answer is lost. */
  readonly accept?: boolean
}

/** TikTok's JSON with this code, by default as HTTP 200 and with TikTok's own text. */
export interface CodeFault extends Hits {
  readonly code: number
  readonly message?: string
  readonly status?: number
}

/** An answer that is not TikTok's, such as a gateway's 502. By default an empty HTML page. */
export interface HttpFault extends Hits {
  readonly status: number
  readonly body?: string
  readonly contentType?: string
}

/** The request is processed at once, normally or with the fault `then`, and answered after this many milliseconds. */
export interface DelayFault {
  readonly delay: number
  readonly then?: CodeFault | HttpFault | ResetFault
}

/** The connection is reset. */
export interface ResetFault extends Hits {
  readonly reset: true
}

/** A fault that does not depend on the request. */
export type FixedFault = CodeFault | HttpFault | DelayFault | ResetFault

/** A fault, or a function that chooses one by the parsed body. Undefined lets the request through. */
export type Fault = FixedFault | ((body: unknown) => FixedFault | undefined)
