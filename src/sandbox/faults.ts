import { jsonReply, type Outcome, type Reply } from './answers'
import type { CodeFault, Fault, FixedFault, HttpFault, ResetFault } from './fault'

/** A fault in the queue, and the number of requests that it still applies to. */
export interface QueuedFault {
  readonly fault: Fault
  readonly left: number
}

/** The faults for the next requests. */
export interface FaultQueue {
  readonly pending: readonly QueuedFault[]
  add(fault: Fault, times: number): void
  /**
   * Returns the fault for the next request and lowers its remaining count by one. Undefined if there is none, or if the
   * fault is a function that chose none.
   */
  take(body: unknown): FixedFault | undefined
  clear(): void
}

/**
 * Creates an empty queue of faults.
 * @param onChange called when a fault is added and when the queue is cleared
 */
export function createFaultQueue(onChange: () => void = () => undefined): FaultQueue {
  const queue: QueuedFault[] = []
  return {
    pending: queue,
    add(fault, times) {
      if (times > 0) queue.push({ fault, left: times })
      onChange()
    },
    take(body) {
      const next = queue.shift()
      if (!next) return undefined
      const { fault, left } = next
      if (left > 1) queue.unshift({ fault, left: left - 1 })
      return typeof fault === 'function' ? fault(body) : fault
    },
    clear() {
      queue.length = 0
      onChange()
    }
  }
}

/** Applies a fault to the normal outcome. */
export function applyFault(fault: FixedFault | undefined, normal: Outcome): Outcome {
  if (!fault) return normal
  if ('delay' in fault) return { ...applyFault(fault.then, normal), delay: fault.delay }
  return { reply: toReply(fault), delay: 0, accepted: fault.accept ? normal.accepted : [] }
}

function toReply(fault: CodeFault | HttpFault | ResetFault): Reply {
  if ('reset' in fault) return { kind: 'reset' }
  if ('code' in fault) return jsonReply(fault.code, fault.message, fault.status)
  const { status, body = '', contentType = 'text/html' } = fault
  return { kind: 'raw', status, body, contentType }
}
