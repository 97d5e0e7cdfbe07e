import pino, { type DestinationStream, type Logger } from 'pino'
import type { Reporter } from '../delivery/reporter'
import { combineOutcomes } from '../delivery/delivery-result'
import { ADVICE } from '../../shared/events-api/errors'

/** Creates the relay's logger, which writes JSON lines. */
export function createLogger(stream: DestinationStream = pino.destination(1)): Logger {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}

/** Logs one line per batch and per failure: names, counts and times, but no part of an event and no token. */
export function logReporter(logger: Logger): Pick<Reporter, 'sent' | 'failed'> {
  return {
    sent({ destination, results, duration }) {
      const combined = results.map(combineOutcomes)
      const counts = { delivered: 0, rejected: 0, retry: 0, denied: 0, ignored: 0 }
      for (const { status } of combined) counts[status] += 1
      // The message of a rejection may quote the event.
      const problem = combined.find(({ status }) => status === 'retry' || status === 'denied')?.outcome?.message
      const where = { source: destination.source, destination: destination.name }
      const pause = destination.gate.pause()
      const line = {
        ...where,
        events: results.length,
        ...counts,
        ms: Math.round(duration),
        pause,
        problem: problem && withoutRefusal(problem)
      }
      if (counts.delivered + counts.ignored === results.length) logger.info(line, 'batch')
      else logger.warn(line, 'batch')
    },
    failed(operation, error) {
      // The message of an unknown error may contain personal data or a token.
      const { name, code } = error as NodeJS.ErrnoException
      logger.error({ error: name, code }, operation)
    }
  }
}

/** Removes TikTok's message if TikTok refused a whole request, because the message may quote one of its events. */
function withoutRefusal(problem: string): string {
  return problem.startsWith(ADVICE.unresolved) ? problem.replace(/TikTok's message: .*(?=\()/s, '') : problem
}
