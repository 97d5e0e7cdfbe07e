import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Destination } from '../delivery/destination'
import type { Backlog } from '../delivery/mode'
import type { Reporter } from '../delivery/reporter'
import { IDENTIFYING_KEYS } from '../../runtime/explain/identifying-keys'
import type { User } from '../../shared/payload/user'

/** The values of the label `step`. */
type Step = 'taken' | 'stored' | 'delivered' | 'rejected' | 'retry' | 'denied'

const MATCH_KEYS = [
  'email',
  'phone',
  'external_id',
  'first_name',
  'last_name',
  'city',
  'state',
  'country',
  'zip_code',
  'ttclid',
  'ttp',
  'lead_id',
  'ip',
  'user_agent'
] as const satisfies readonly (keyof User)[]

const PREFIX = 'segment_tiktok_'
const DESTINATION_LABELS = ['source', 'destination'] as const

/** The metrics of a relay, in the format of Prometheus. */
export interface Metrics {
  readonly contentType: string
  /**
   * Renders all metrics.
   * @param destinations all destinations; the metrics tell which of them are paused
   * @param backlog the waiting events and the dead letters of each destination
   */
  text(destinations: readonly Destination[], backlog: readonly Backlog[]): Promise<string>
  readonly reporter: Omit<Reporter, 'failed'>
}

/** Creates the metrics of a relay. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const received = new Counter({
    name: `${PREFIX}received_total`,
    help: 'Events received from a source.',
    labelNames: ['source'],
    registers
  })
  const events = new Counter({
    name: `${PREFIX}events_total`,
    help: 'Events by step: taken by a subscription, stored, delivered, rejected, to be retried, or denied.',
    labelNames: [...DESTINATION_LABELS, 'event', 'step'],
    registers
  })
  const dead = new Counter({
    name: `${PREFIX}dead_total`,
    help: 'Events that became dead letters.',
    labelNames: [...DESTINATION_LABELS, 'event'],
    registers
  })
  const matchKeys = new Counter({
    name: `${PREFIX}match_keys_total`,
    help: 'Events sent to TikTok with a match key; "any" counts the events that identify a person.',
    labelNames: [...DESTINATION_LABELS, 'key'],
    registers
  })
  const sent = new Counter({
    name: `${PREFIX}sent_total`,
    help: 'Events sent to TikTok. An event that is sent twice counts twice.',
    labelNames: DESTINATION_LABELS,
    registers
  })
  const batchEvents = new Histogram({
    name: `${PREFIX}batch_events`,
    help: 'Events per batch.',
    labelNames: DESTINATION_LABELS,
    // The last two buckets tell full batches of 1000 events from all others.
    buckets: [1, 3, 10, 30, 100, 300, 999, 1000],
    registers
  })
  const batchSeconds = new Histogram({
    name: `${PREFIX}batch_seconds`,
    help: 'Duration of a batch in seconds, including the search for bad events.',
    labelNames: DESTINATION_LABELS,
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers
  })
  const requestSeconds = new Histogram({
    name: `${PREFIX}tiktok_request_seconds`,
    help: 'Duration of a request to TikTok in seconds. The status is 0 if TikTok did not answer.',
    labelNames: [...DESTINATION_LABELS, 'status'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers
  })
  const httpSeconds = new Histogram({
    name: `${PREFIX}http_seconds`,
    help: "Duration of a client's request in seconds.",
    labelNames: ['endpoint', 'status'],
    buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers
  })
  const depth = gauge('depth', 'Events that are waiting or being sent.')
  const oldest = gauge('oldest_seconds', 'Age in seconds of the oldest event that is waiting or being sent.')
  const deadLetters = gauge('dead_letters', 'Stored dead letters. Only in the queued mode.')
  const paused = new Gauge({
    name: `${PREFIX}paused`,
    help: '1 while the destination is paused because of a rate limit, an outage or a denied token.',
    labelNames: [...DESTINATION_LABELS, 'cause'],
    registers
  })

  function gauge(name: string, help: string): Gauge<'source' | 'destination'> {
    return new Gauge({ name: `${PREFIX}${name}`, help, labelNames: DESTINATION_LABELS, registers })
  }

  function setGauges(destinations: readonly Destination[], backlog: readonly Backlog[]): void {
    for (const one of [paused, depth, oldest, deadLetters]) one.reset()
    for (const { source, name: destination, gate } of destinations) {
      const cause = gate.pause()
      if (cause !== undefined) paused.set({ source, destination, cause }, 1)
    }
    for (const { source, destination, ...waiting } of backlog) {
      depth.set({ source, destination }, waiting.depth)
      oldest.set({ source, destination }, waiting.oldest)
      if (waiting.deadLetters !== undefined) deadLetters.set({ source, destination }, waiting.deadLetters)
    }
  }

  function count({ source, name: destination }: Destination, tiktokEvents: readonly string[], step: Step): void {
    for (const event of tiktokEvents) events.inc({ source, destination, event, step })
  }

  return {
    contentType: registry.contentType,
    text(destinations, backlog) {
      setGauges(destinations, backlog)
      return registry.metrics()
    },
    reporter: {
      answered(endpoint, status, duration) {
        httpSeconds.observe({ endpoint, status: String(status) }, duration / 1000)
      },
      received(source, count) {
        received.inc({ source }, count)
      },
      taken(destination, tiktokEvents) {
        count(destination, tiktokEvents, 'taken')
      },
      stored(destination, tiktokEvents) {
        count(destination, tiktokEvents, 'stored')
      },
      requested(source, destination, { events, status = 0, duration }) {
        sent.inc({ source, destination }, events.length)
        for (const { user = {}, lead } of events) {
          const isIdentified = lead !== undefined || IDENTIFYING_KEYS.some((key) => key in user)
          const keys = MATCH_KEYS.filter((key) => key in user)
          for (const key of isIdentified ? [...keys, 'any'] : keys) matchKeys.inc({ source, destination, key })
        }
        requestSeconds.observe({ source, destination, status: String(status) }, duration / 1000)
      },
      sent({ destination, results, duration }) {
        const labels = { source: destination.source, destination: destination.name }
        batchEvents.observe(labels, results.length)
        batchSeconds.observe(labels, duration / 1000)
        for (const { subscription, status } of results.flatMap(({ outcomes }) => outcomes)) {
          count(destination, [destination.tiktokEventOf(subscription)], status)
        }
      },
      deadLettered({ source, name: destination }, tiktokEvent) {
        dead.inc({ source, destination, event: tiktokEvent })
      }
    }
  }
}
