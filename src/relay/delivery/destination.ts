import type { DestinationDefinition } from '@segment/actions-core'
import tiktokConversions from '../../destinations/tiktok-conversions'
import tiktokOfflineConversions from '../../destinations/tiktok-offline-conversions'
import { connect, type SendResult, type Subscription } from '../../runtime'
import { compileTrigger } from '../../runtime/trigger'
import { redirectTo } from '../../sandbox'
import type { DestinationConfig } from '../config/read-config'
import { keepNeeded } from '../events/keep-needed'
import { neededParts } from '../events/needed-parts'
import type { CompleteEvent } from '../intake/complete-event'
import { isRecord, toText } from '../../shared/coerce'
import { createGate, type Gate } from './gate'
import { observedClient, type RequestObserver } from './observed-client'

/** A destination of a source. */
export interface Destination {
  readonly source: string
  readonly name: string
  /**
   * The names of the TikTok events that a Segment event becomes; `custom` for a name that the mapping reads from the
   * event. Empty if no subscription matches the event, or its `integrations` disable the destination.
   */
  tiktokEvents(event: CompleteEvent): readonly string[]
  /** The name of the TikTok event that a subscription sends; `custom` if the mapping reads it from the event. */
  tiktokEventOf(subscription: string): string
  /** Copies only the parts of an event that identify it or that the triggers and the mappings read. */
  keepNeeded(event: CompleteEvent): CompleteEvent
  /** Sends events; returns one result for each, in order. */
  send(events: readonly object[]): Promise<SendResult[]>
  readonly gate: Gate
}

const DEFINITIONS = { conversions: tiktokConversions, offline: tiktokOfflineConversions } as const

/**
 * Opens a destination.
 * @param source the name of its source
 * @param api an origin that replaces TikTok's, if any
 * @param observer called after each request to TikTok
 * @throws IntegrationError for invalid settings, triggers or mappings
 */
export function openDestination(
  source: string,
  { name, type, settings, subscriptions }: DestinationConfig,
  api: string | undefined,
  observer: RequestObserver
): Destination {
  const original = DEFINITIONS[type] as DestinationDefinition
  const definition = api === undefined ? original : redirectTo(original, api)
  const mappings = subscriptions ?? presetsOf(original)
  const connection = connect(definition, settings, { subscriptions: mappings, request: observedClient(observer) })

  const routes = mappings
    .filter(({ enabled }) => enabled !== false)
    .map(({ name, subscribe, mapping }) => ({
      // The name that `connect` gives the subscription in its results.
      subscription: toText(name) ?? toText(subscribe) ?? '',
      matches: compileTrigger(subscribe, subscribe),
      // A mapping that reads the name from the event could give any name. Each would add a time series to the metrics.
      tiktokEvent: typeof mapping['event'] === 'string' ? mapping['event'] : 'custom'
    }))
  const tiktokEventBySubscription = new Map(routes.map(({ subscription, tiktokEvent }) => [subscription, tiktokEvent]))
  const needed = neededParts(mappings)

  return {
    source,
    name,
    tiktokEvents: (event) =>
      isDisabled(event, original.name)
        ? []
        : routes.filter(({ matches }) => matches(event)).map(({ tiktokEvent }) => tiktokEvent),
    tiktokEventOf: (subscription) => tiktokEventBySubscription.get(subscription) ?? 'custom',
    keepNeeded: (event) => keepNeeded(event, needed) as CompleteEvent,
    send: (events) => connection.send(events),
    gate: createGate()
  }
}

function presetsOf({ presets = [] }: DestinationDefinition): readonly Subscription[] {
  return presets.flatMap((preset) => ('subscribe' in preset ? [{ ...preset, mapping: preset.mapping ?? {} }] : []))
}

/**
 * Whether the event's `integrations` disable this destination, as Segment defines it. Letter case does not count,
 * because clients write both `Tiktok Conversions` and `TikTok Conversions`. If an event has both and one is
 * `false`, `false` wins.
 */
function isDisabled({ integrations }: CompleteEvent, definitionName: string): boolean {
  if (!isRecord(integrations)) return false
  const own = Object.keys(integrations)
    .filter((name) => name.toLowerCase() === definitionName.toLowerCase())
    .map((name) => integrations[name] ?? undefined)
    .filter((value) => value !== undefined)
  return own.length > 0 ? own.includes(false) : integrations['All'] === false
}
