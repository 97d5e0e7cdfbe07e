import { parseFql, validate } from '@segment/destination-subscriptions'
import { configurationError } from './configuration-error'

/** Does a subscription take the event? */
export type Trigger = (event: Readonly<Record<string, unknown>>) => boolean

/**
 * Reads a trigger in Segment's filter language.
 * @param fql e.g. `event = "Order Completed"`
 * @param place where it stands, for the message
 * @throws IntegrationError for text that does not parse
 */
export function compileTrigger(fql: string, place: string): Trigger {
  const parsed = parseFql(fql)
  if ('error' in parsed) {
    throw configurationError(
      `${place}.subscribe does not parse: ${fql}. Write a condition on event, type, name, userId, properties, traits or context, e.g. event = "Order Completed".`
    )
  }
  return (event) => validate(parsed, event)
}
