/** The options of every fault except a delay. */
interface FaultOptions {
  /** TikTok accepts the events as it would without the fault, and only its answer is lost. */
  readonly accept?: boolean
}

/** An answer in TikTok's JSON with this code. By default, its HTTP status is 200 and its message is TikTok's own. */
export interface CodeFault extends FaultOptions {
  readonly code: number
  readonly message?: string
  readonly status?: number
}

/** An answer that does not come from TikTok, such as a gateway's 502. By default, it is an empty HTML page. */
export interface HttpFault extends FaultOptions {
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
export interface ResetFault extends FaultOptions {
  readonly reset: true
}

/** A fault that does not depend on the request. */
export type FixedFault = CodeFault | HttpFault | DelayFault | ResetFault

/** A fault, or a function that chooses one for the parsed body. If it returns undefined, there is no fault. */
export type Fault = FixedFault | ((body: unknown) => FixedFault | undefined)
