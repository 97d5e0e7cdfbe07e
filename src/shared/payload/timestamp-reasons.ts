import type { Reason } from '../reason'

/** Why an event is sent with the current time, or is refused. */
export const TIMESTAMP_REASONS = {
  missing: {
    reason: 'The event has no timestamp, so the current time is sent.',
    remedy: 'Map a field that holds the time of the event.'
  },
  unreadable: {
    reason: 'It is neither a date and time nor the seconds or milliseconds since 1970.',
    remedy:
      'Map a field that holds the time of the event, preferably in ISO 8601, e.g. 2026-08-01T10:11:12Z, or leave it empty to send the current time.'
  },
  future: {
    reason: 'It is more than a day in the future, and TikTok accepts only past events.',
    remedy: 'Check the time zone and the unit of the field.'
  }
} satisfies Record<string, Reason>
