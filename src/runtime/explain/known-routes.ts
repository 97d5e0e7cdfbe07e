import type { DestinationDefinition } from '@segment/actions-core'
import { route as conversions } from '../../destinations/tiktok-conversions/route'
import { route as offlineConversions } from '../../destinations/tiktok-offline-conversions/route'
import type { OutgoingEvent } from '../../shared/events-api/request'
import { configurationError } from '../configuration-error'

/** Builds the event of a payload, and the fields of its request. */
export type BuildOutgoingEvent = (payload: unknown, settings: unknown, now: number) => OutgoingEvent

const ROUTES = new Map<string | undefined, BuildOutgoingEvent>([
  ['tiktok-conversions', conversions.buildOutgoingEvent as BuildOutgoingEvent],
  ['actions-tiktok-offline-conversions', offlineConversions.buildOutgoingEvent as BuildOutgoingEvent]
])

/**
 * Returns the function that builds a destination's events without sending them.
 * @throws IntegrationError for a definition that is not a server destination of this package
 */
export function builderOf({ name, slug }: Pick<DestinationDefinition, 'name' | 'slug'>): BuildOutgoingEvent {
  const build = ROUTES.get(slug)
  if (build === undefined) throw configurationError(`${name} is not a server destination of this package.`)
  return build
}
