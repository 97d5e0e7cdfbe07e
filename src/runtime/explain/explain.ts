import type { DestinationDefinition } from '@segment/actions-core'
import { isRecord, toText } from '../../shared/coerce'
import { buildRequestBody, type OutgoingEvent } from '../../shared/events-api/request'
import { messageOf } from '../configuration-error'
import { NOT_AN_EVENT } from '../outcome'
import { checkSettings } from '../settings'
import { checkSubscriptions, type CompiledSubscription } from '../subscriptions'
import { builderOf, type BuildOutgoingEvent } from './known-routes'
import { compileLeaves, type ReadLeaves } from './leaves'
import { nearestTriggers } from './nearest'
import { redact } from './redact'
import type { ExplainedMapping, ExplainOptions, Explanation } from './types'
import { explainValues } from './values'
import { warningsOf } from './warnings'

type Event = Readonly<Record<string, unknown>>

/** A subscription, and the function that reads the leaves of its mapping. */
interface Explainable {
  readonly subscription: CompiledSubscription<unknown>
  readonly readLeaves: ReadLeaves
}

/**
 * The compiled subscriptions, by definition and array of subscriptions. A preview calls `explain` for each event of a
 * file with the same array, so the array is compiled only once.
 */
const cache = new WeakMap<object, WeakMap<object, readonly Explainable[]>>()

/**
 * Explains which values of an event would be sent, and why values would be left out or changed. It sends nothing.
 * Personal data is shown unchanged, unless `redact` is set. An array of subscriptions is compiled once, so changing it
 * after the first call has no effect.
 * @param definition a server destination of this package
 * @param event a Segment event
 * @param settings the settings of the destination
 * @param options subscriptions, clock, redaction
 * @throws IntegrationError for the same mistakes in settings and subscriptions as `connect`, and for a definition that
 * is not a server destination of this package
 */
export function explain<Settings>(
  definition: DestinationDefinition<Settings>,
  event: unknown,
  settings: NoInfer<Settings>,
  { subscriptions, now = Date.now(), redact: isRedacted = false }: ExplainOptions = {}
): Explanation {
  const build = builderOf(definition)
  const checked = checkSettings(definition, settings)
  const all = compile(definition, subscriptions)
  if (!isRecord(event)) {
    const nothing: ExplainedMapping = { name: '', subscribe: '', error: NOT_AN_EVENT.message, values: [], warnings: [] }
    return { mappings: [nothing] }
  }
  const mappings = all
    .filter(({ subscription }) => subscription.matches(event))
    .map((explainable) => explainMapping(explainable, event, { build, settings: checked, now }))
  const messageId = event['messageId']
  const explanation: Explanation = {
    ...(typeof messageId === 'string' && { messageId }),
    mappings,
    ...(mappings.length === 0 && {
      nearest: nearestTriggers(
        all.map(({ subscription }) => subscription),
        event
      )
    })
  }
  return isRedacted ? redact(explanation) : explanation
}

function compile<Settings>(
  definition: DestinationDefinition<Settings>,
  subscriptions: NonNullable<ExplainOptions['subscriptions']> = definition.presets ?? []
): readonly Explainable[] {
  const ofDefinition = cache.get(definition) ?? new WeakMap<object, readonly Explainable[]>()
  cache.set(definition, ofDefinition)
  const cached = ofDefinition.get(subscriptions)
  if (cached !== undefined) return cached
  const compiled = checkSubscriptions(definition, subscriptions).map((subscription) => ({
    subscription: subscription as CompiledSubscription<unknown>,
    readLeaves: compileLeaves(subscription.mapping)
  }))
  ofDefinition.set(subscriptions, compiled)
  return compiled
}

/** The function that builds the TikTok event, and its inputs besides the payload. */
interface Builder {
  readonly build: BuildOutgoingEvent
  readonly settings: unknown
  readonly now: number
}

function explainMapping({ subscription, readLeaves }: Explainable, event: Event, builder: Builder): ExplainedMapping {
  const { name, subscribe, action, toPayload } = subscription
  const settings = isRecord(builder.settings) ? builder.settings : {}
  let payload: unknown
  let outgoing: OutgoingEvent | undefined
  let error: string | undefined
  try {
    payload = toPayload(event)
    outgoing = builder.build(payload, settings, builder.now)
  } catch (thrown) {
    error = messageOf(thrown)
  }
  const values = explainValues(readLeaves(event), action.fields, {
    payload: isRecord(payload) ? payload : {},
    outgoing,
    defaultPhoneCountry: toText(settings['defaultPhoneCountry']),
    contentIdMode: toText(settings['contentIdMode'])
  })
  return {
    name,
    subscribe,
    ...(payload !== undefined && { payload }),
    ...(outgoing !== undefined && { request: buildRequestBody(outgoing, [outgoing.event]) }),
    ...(error !== undefined && { error }),
    values,
    warnings: outgoing === undefined ? [] : warningsOf(outgoing, values, builder.now)
  }
}
