import { createRequestClient, type DestinationDefinition } from '@segment/actions-core'
import chunk from 'lodash/chunk'
import groupBy from 'lodash/groupBy'
import { isRecord } from '../shared/coerce'
import { MAX_EVENTS } from '../shared/events-api/request'
import { configurationError } from './configuration-error'
import { deliver, type Job } from './deliver'
import { createLimiter } from './limiter'
import { checkOptions } from './options'
import { NOT_AN_EVENT } from './outcome'
import { checkSettings } from './settings'
import { checkSubscriptions } from './subscriptions'
import type { ConnectOptions, Connection, Outcome, SendResult } from './types'

/**
 * Connects a server destination with its settings. It checks settings, triggers and mappings immediately. Some mistakes
 * in a mapping show only when it is applied to an event. That event is then rejected.
 * @param definition a destination that runs on servers, e.g. `tiktokConversions`
 * @param settings its settings
 * @param options subscriptions, request client, timeout, concurrency, signal
 * @throws IntegrationError that names the mistake, its place and, for an unknown word, the nearest known one
 */
export function connect<Settings>(
  definition: DestinationDefinition<Settings>,
  settings: NoInfer<Settings>,
  options: ConnectOptions = {}
): Connection {
  if ((definition.mode as string) !== 'cloud') {
    throw configurationError(`${definition.name} runs in the browser. Pass the definition of a server destination.`)
  }
  const { subscriptions = definition.presets ?? [], request, timeout, concurrency, signal } = checkOptions(options)
  const compiled = checkSubscriptions(definition, subscriptions)
  const delivery = {
    settings: checkSettings(definition, settings),
    request: request ?? createRequestClient(),
    timeout,
    signal
  }
  const limit = createLimiter(concurrency)

  const sendAll = async (events: readonly unknown[]): Promise<SendResult[]> => {
    const jobs: Job<Settings>[] = []
    // `Array.from` also visits the holes of an array.
    const results = Array.from(events, (event, index): SendResult => {
      if (!isRecord(event)) return { index, outcomes: [{ subscription: '', action: '', ...NOT_AN_EVENT }] }
      const outcomes: Outcome[] = []
      const matching = compiled.filter((subscription) => subscription.matches(event))
      for (const [position, subscription] of matching.entries()) {
        const { name, actionKey } = subscription
        const settle: Job<Settings>['settle'] = (verdict) => {
          outcomes[position] = { subscription: name, action: actionKey, ...verdict }
        }
        jobs.push({ event, subscription, settle })
      }
      const messageId = event['messageId']
      return { index, ...(typeof messageId === 'string' && { messageId }), outcomes }
    })
    const byAction = Object.values(groupBy(jobs, ({ subscription }) => subscription.actionKey))
    const batches = byAction.flatMap((group) => chunk(group, MAX_EVENTS))
    await Promise.all(batches.map((batch) => limit(() => deliver(batch, delivery))))
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
