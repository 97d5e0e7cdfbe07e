import type { Preset, RequestClient, Subscription as CoreSubscription } from '@segment/actions-core'

/** Which events go to which action, and how. */
export interface Subscription {
  /** What the outcomes call it. Default: the trigger. */
  readonly name?: string
  /** The trigger in Segment's filter language (FQL), e.g. `event = "Order Completed"`. */
  readonly subscribe: string
  /** The key of an action of the definition, e.g. `reportWebEvent`. */
  readonly partnerAction: string
  /** Where the action's fields come from, in the mapping language of actions-core. */
  readonly mapping: Readonly<Record<string, unknown>>
  /** `false` switches the subscription off. Default: `true`. */
  readonly enabled?: boolean
}

/** How a connection sends. */
export interface ConnectOptions {
  /** Default: the presets of the definition. */
  readonly subscriptions?: readonly (Subscription | CoreSubscription | Preset)[]
  /** The HTTP client. Default: the request client of actions-core. */
  readonly request?: RequestClient
  /** How long one request may take, its whole answer included, in milliseconds. Default: 10,000. */
  readonly timeout?: number
  /** How many requests may be under way at once, over all calls of `send`. Default: 4. */
  readonly concurrency?: number
  /** Ends the requests under way and sends no more. The events concerned get the status `retry`. */
  readonly signal?: AbortSignal
}

/**
 * - `delivered`: TikTok took the event
 * - `rejected`: the event is at fault, and sending it again would change nothing
 * - `retry`: send it again later
 * - `denied`: the token or its rights are at fault, and no event is
 */
export type OutcomeStatus = 'delivered' | 'rejected' | 'retry' | 'denied'

/** How one event fared with one subscription. */
export interface Outcome {
  /** The subscription's name; its trigger where it has none; blank for something that is no event. */
  readonly subscription: string
  /** The action's key; blank for something that is no event. */
  readonly action: string
  readonly status: OutcomeStatus
  readonly httpStatus: number
  /** What happened and what to do. It holds neither personal data nor the token. */
  readonly message: string
  /** TikTok's id of the request. */
  readonly requestId?: string
  /** How long the answer asks to wait, in seconds. */
  readonly retryAfter?: number
}

/** How one event fared. */
export interface SendResult {
  /** The event's position in what was sent. */
  readonly index: number
  /** The event's own id. */
  readonly messageId?: string
  /** One for each subscription that took the event, in their order; none when no subscription did. */
  readonly outcomes: readonly Outcome[]
}

/** A destination with its settings. It keeps nothing of the events. */
export interface Connection {
  /**
   * Sends many events. It never throws for what an event holds or TikTok answers.
   * @param events Segment events
   * @returns one result for each event, in order
   */
  send(events: readonly unknown[]): Promise<SendResult[]>
  /**
   * Sends one event. It never throws for what the event holds or TikTok answers.
   * @param event a Segment event
   */
  send(event: object): Promise<SendResult>
}
