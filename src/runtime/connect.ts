import { createRequestClient, type DestinationDefinition, MultiStatusResponse } from '@segment/actions-core'
import chunk from 'lodash/chunk'
import groupBy from 'lodash/groupBy'
import { isRecord } from '../shared/coerce'
import { MAX_EVENTS } from '../shared/events-api/request'
import { configurationError } from './configuration-error'
import { createLimiter } from './limiter'
import { rejected, type Verdict, verdictOf } from './outcome'
import { boundedClient } from './request'
import { checkSettings } from './settings'
import { checkSubscriptions, type Route } from './subscriptions'
import type { ConnectOptions, Connection, Outcome, SendResult } from './types'

/** One event on its way along one route, and where its outcome goes. */
interface Job<Settings> {
  readonly event: Readonly<Record<string, unknown>>
  readonly route: Route<Settings>
  readonly settle: (verdict: Verdict) => void
}

/**
 * Connects a server destination with its settings. Settings, triggers and mappings are checked at once.
 * @param definition a destination that runs on servers, e.g. `tiktokConversions`
 * @param settings its settings
 * @param options subscriptions, request client, timeout, concurrency, signal
 * @throws IntegrationError that names what is wrong, where it stands and the nearest right word
 */
export function connect<Settings>(
  definition: DestinationDefinition<Settings>,
  settings: NoInfer<Settings>,
  options: ConnectOptions = {}
): Connection {
  if ((definition.mode as string) !== 'cloud') {
    throw configurationError(`${definition.name} runs in the browser: this is a definition run on the wrong side.`)
  }
  const checked = checkSettings(definition, settings)
  const routes = checkSubscriptions(definition, options.subscriptions ?? definition.presets ?? [])
  const { request = createRequestClient(), timeout = 10_000, concurrency = 4, signal } = options
  const limit = createLimiter(concurrency)

  const deliver = async (jobs: readonly Job<Settings>[]): Promise<void> => {
    const ready = jobs.flatMap((job) => {
      try {
        return [{ job, payload: job.route.toPayload(job.event) }]
      } catch (error) {
        job.settle(rejected(error instanceof Error ? error.message : 'The mapping failed.'))
        return []
      }
    })
    const [first] = ready
    if (first === undefined) return
    let retryAfter: number | undefined
    const client = boundedClient(request, { timeout, signal }, (seconds) => {
      retryAfter = Math.max(retryAfter ?? 0, seconds)
    })
    const response: unknown = await first.job.route.action.performBatch(client, {
      payload: ready.map(({ payload }) => payload),
      settings: checked
    })
    for (const [index, { job }] of ready.entries()) {
      const entry = response instanceof MultiStatusResponse ? response.getResponseAtIndex(index) : undefined
      job.settle(verdictOf(entry, retryAfter))
    }
  }

  const sendAll = async (events: readonly unknown[]): Promise<SendResult[]> => {
    const jobs: Job<Settings>[] = []
    const results = events.map((event, index): SendResult => {
      if (!isRecord(event)) {
        const outcome = { subscription: '', action: '', ...rejected('This is no event: an event is an object.') }
        return { index, outcomes: [outcome] }
      }
      const outcomes: Outcome[] = []
      const taking = routes.filter((route) => route.takes(event))
      for (const [slot, route] of taking.entries()) {
        const settle = (verdict: Verdict): void => {
          outcomes[slot] = { subscription: route.name, action: route.actionKey, ...verdict }
        }
        jobs.push({ event, route, settle })
      }
      const messageId = event['messageId']
      return { index, ...(typeof messageId === 'string' && { messageId }), outcomes }
    })
    const groups = Object.values(groupBy(jobs, ({ route }) => route.actionKey))
    await Promise.all(groups.flatMap((group) => chunk(group, MAX_EVENTS).map((jobs) => limit(() => deliver(jobs)))))
    return results
  }

  async function send(events: readonly unknown[]): Promise<SendResult[]>
  async function send(event: object): Promise<SendResult>
  async function send(given: object): Promise<SendResult | SendResult[]> {
    if (Array.isArray(given)) return sendAll(given)
    const [result] = await sendAll([given])
    return result as SendResult
  }
  return { send }
}
