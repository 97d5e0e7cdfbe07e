import * as v from 'valibot'
import type { FixedFault } from '../src/sandbox'

const trackBody = v.object({ data: v.array(v.object({ event_id: v.optional(v.string()) })) })

/** Applies the fault to requests with one of these events. All other requests get the normal answer. */
export function faultFor(messageIds: readonly string[], fault: FixedFault): (body: unknown) => FixedFault | undefined {
  return (body) => {
    const parsed = v.safeParse(trackBody, body)
    const isAffected = parsed.success && parsed.output.data.some(({ event_id = '' }) => messageIds.includes(event_id))
    return isAffected ? fault : undefined
  }
}
