import type { CompleteEvent } from '../intake/complete-event'
import { combineOutcomes, type DeliveryResult } from './delivery-result'
import type { Destination } from './destination'
import type { Permit } from './gate'
import type { Reporter } from './reporter'

const UNKNOWN: DeliveryResult = { status: 'retry' }

/**
 * Sends a batch, then releases the permit and reports what happened. It never throws.
 * @param permit the permit of the destination's gate
 * @returns one result for each event, in order
 */
export async function sendBatch(
  destination: Destination,
  permit: Permit,
  events: readonly CompleteEvent[],
  reporter: Reporter
): Promise<DeliveryResult[]> {
  const start = performance.now()
  try {
    const sent = await destination.send(events)
    const results = sent.map(combineOutcomes)
    destination.gate.release(permit, results)
    reporter.sent({ destination, events, results: sent, duration: performance.now() - start })
    return results
  } catch (error) {
    destination.gate.release(permit, [])
    reporter.failed(`sending to ${destination.source}/${destination.name}`, error)
    return events.map(() => UNKNOWN)
  }
}
