import type { CompleteEvent } from '../intake/complete-event'
import type { Destination } from './destination'
import type { Pass } from './gate'
import type { Reporter } from './reporter'
import { type Verdict, verdictOf } from './verdict'

const UNKNOWN: Verdict = { fate: 'retry' }

/**
 * Sends a batch with the pass that the destination's gate gave.
 * @returns one verdict for each event, in order; it never throws
 */
export async function sendBatch(
  destination: Destination,
  pass: Pass,
  events: readonly CompleteEvent[],
  reporter: Reporter
): Promise<Verdict[]> {
  const start = performance.now()
  try {
    const results = await destination.send(events)
    const verdicts = results.map(verdictOf)
    destination.gate.leave(pass, verdicts)
    reporter.sent({ destination, events, results, duration: performance.now() - start })
    return verdicts
  } catch (error) {
    destination.gate.leave(pass, [])
    reporter.failed(`sending to ${destination.source}/${destination.name}`, error)
    return events.map(() => UNKNOWN)
  }
}
