import { buildEvent, type EventContext, type TikTokEvent } from '../../src/shared/payload/event'

/** The clock of the builders' tests, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 10, 20, 12, 0, 0, 999)

/** Builds the event of a payload. The payload may contain values of the wrong type, as in a browser. */
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

/** The event that {@link build} creates from an empty payload. */
export const BASE = { event: 'Contact', event_time: Math.floor(NOW / 1000), limited_data_use: false }
