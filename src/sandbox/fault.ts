/** The options of every fault except a delay. */
interface FaultOptions {
  /** Whether TikTok accepts the events as usual, so that the fault replaces only its answer. Default: false */
  readonly accept?: boolean
}

/**
 * An answer in TikTok's JSON with this code. The default HTTP status is 200. The default message is TikTok's for common
 * codes, and `Error` with the code for others.
 */
export interface CodeFault extends FaultOptions {
  readonly code: number
  readonly message?: string
  readonly status?: number
}

/**
 * An answer that does not come from TikTok, such as a gateway's 502. The default body is empty. The default content
 * type is `text/html`. The statuses 204, 205 and 304 allow no body.
 */
export interface HttpFault extends FaultOptions {
  readonly status: number
  readonly body?: string
  readonly contentType?: string
}

/**
 * Delays the answer by `delay` milliseconds. Before the delay, the request is processed: normally, or with the fault
 * `then`.
 */
export interface DelayFault {
  readonly delay: number
  readonly then?: CodeFault | HttpFault | ResetFault
}

/** The connection is reset. */
export interface ResetFault extends FaultOptions {
  readonly reset: true
}

/**
 * A fault that does not depend on the request. All except `DelayFault` have the options `FaultOptions`, whose only key
 * is `accept`. With `accept: true`, the events are accepted as usual and only the answer is replaced.
 */
export type FixedFault = CodeFault | HttpFault | DelayFault | ResetFault

/** A fault, or a function that chooses one for the parsed body. If it returns undefined, the request has no fault. */
export type Fault = FixedFault | ((body: unknown) => FixedFault | undefined)
