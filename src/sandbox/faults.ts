import { jsonReply, type Outcome, type Reply } from './answers'

/** What every fault but a delay can say of the request it befalls. */
interface Befalls {
  /** TikTok took the events all the same, if it would have without the fault: only its answer got lost. */
  readonly accept?: boolean
}

/** TikTok's JSON with this code, by default as HTTP 200 and with TikTok's own text. */
export interface CodeFault extends Befalls {
  readonly code: number
  readonly message?: string
  readonly status?: number
}

/** An answer that is not TikTok's, such as a gateway's 502; by default an empty HTML page. */
export interface HttpFault extends Befalls {
  readonly status: number
  readonly body?: string
  readonly contentType?: string
}

/** The request is dealt with at once, as usual or with the fault `then`, but answered only after so many ms. */
export interface DelayFault {
  readonly delay: number
  readonly then?: CodeFault | HttpFault | ResetFault
}

/** The connection is reset. */
export interface ResetFault extends Befalls {
  readonly reset: true
}

/** A fault that does not depend on the request. */
export type FixedFault = CodeFault | HttpFault | DelayFault | ResetFault

/** A fault, or the choice of one by the parsed body; undefined lets the request through. */
export type Fault = FixedFault | ((body: unknown) => FixedFault | undefined)

/** The faults that lie ahead. */
export interface FaultQueue {
  add(fault: Fault, times: number): void
  /** The fault of the next request, which uses up one of its times. */
  take(body: unknown): FixedFault | undefined
  clear(): void
}

/** An empty queue of faults. */
export function createFaultQueue(): FaultQueue {
  const queue: { fault: Fault; left: number }[] = []
  return {
    add(fault, times) {
      if (times > 0) queue.push({ fault, left: times })
    },
    take(body) {
      const [next] = queue
      if (!next) return undefined
      next.left -= 1
      if (next.left <= 0) queue.shift()
      return typeof next.fault === 'function' ? next.fault(body) : next.fault
    },
    clear() {
      queue.length = 0
    }
  }
}

/** What a fault makes of what would have happened. */
export function applyFault(fault: FixedFault | undefined, usual: Outcome): Outcome {
  if (!fault) return usual
  if ('delay' in fault) return { ...applyFault(fault.then, usual), delay: fault.delay }
  return { reply: replyOf(fault), delay: 0, accepted: fault.accept ? usual.accepted : [] }
}

function replyOf(fault: CodeFault | HttpFault | ResetFault): Reply {
  if ('reset' in fault) return { kind: 'reset' }
  if ('code' in fault) return jsonReply(fault.code, fault.message, fault.status)
  const { status, body = '', contentType = 'text/html' } = fault
  return { kind: 'raw', status, body, contentType }
}
