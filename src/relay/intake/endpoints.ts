/** The types of a Segment event. */
export const EVENT_TYPES = ['track', 'page', 'screen', 'identify', 'group', 'alias'] as const

/** The type of a Segment event. */
export type EventType = (typeof EVENT_TYPES)[number]

/** What a request to an endpoint contains: an event of one type, a batch of events, or a webhook of Segment. */
export type Endpoint = EventType | 'batch' | 'webhook'

/** The paths of Segment's HTTP Tracking API, the short forms of analytics.js, and the path for Segment's webhooks. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  ...Object.fromEntries(EVENT_TYPES.flatMap((type) => [type, type.charAt(0)].map((path) => [`/v1/${path}`, type]))),
  '/v1/batch': 'batch',
  '/v1/import': 'batch',
  '/v1/b': 'batch',
  '/v1/webhook': 'webhook'
}
