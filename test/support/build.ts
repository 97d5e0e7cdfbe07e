import { buildEvent, type EventContext, type TikTokEvent } from '../../src/shared/payload/event'

/** The clock of the builders' tests, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 10, 20, 12, 0, 0, 999)

/** The event that a payload becomes; the payload may hold what no type allows, as at a customer's. */
export function build(payload: object, context: Partial<EventContext> = {}): TikTokEvent {
  const named = { event: 'Contact', ...payload }
  return buildEvent(named, {
    source: 'web',
    defaultPhoneCountry: undefined,
    contentIdMode: undefined,
    now: NOW,
    ...context
  })
}

/** What every web event has that is built with {@link build}. */
export const BASE = { event: 'Contact', event_time: Math.floor(NOW / 1000), limited_data_use: false }
