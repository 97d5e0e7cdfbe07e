import type { Preset, RequestClient, Subscription as CoreSubscription } from '@segment/actions-core'

/** A subscription maps each event that matches its trigger, and passes the result to an action. */
export interface Subscription {
  /** The name in the outcomes. Default: the trigger. */
  readonly name?: string
  /** The trigger in Segment's filter language (FQL), e.g. `event = "Order Completed"`. */
  readonly subscribe: string
  /** The key of an action of the definition, e.g. `reportWebEvent`. */
  readonly partnerAction: string
  /** The mapping of the action's fields, in the mapping language of actions-core. */
  readonly mapping: Readonly<Record<string, unknown>>
  /** `false` switches the subscription off. Default: `true`. */
  readonly enabled?: boolean
}

/** The options of `connect`. */
export interface ConnectOptions {
  /** Default: the presets of the definition. */
  readonly subscriptions?: readonly (Subscription | CoreSubscription | Preset)[]
  /** The HTTP client. Default: the request client of actions-core. */
  readonly request?: RequestClient
  /** The time limit of one request, including its complete answer, in milliseconds. Default: 10,000. */
  readonly timeout?: number
  /** The maximum number of simultaneous requests, over all calls of `send`. Default: 4. */
  readonly concurrency?: number
  /**
   * When it aborts, open requests are cancelled and no more are sent. Events without an answer get the status `retry`.
   */
  readonly signal?: AbortSignal
}

/**
 * - `delivered`: TikTok accepted the event
 * - `rejected`: the event or its request is invalid, and sending it again unchanged would not help
 * - `retry`: send the event again later
 * - `denied`: TikTok does not accept the token, or the token has no permission; the event may be valid
 */
export type OutcomeStatus = 'delivered' | 'rejected' | 'retry' | 'denied'

/** The outcome of one event for one subscription. */
export interface Outcome {
  /** The subscription's name, or its trigger if it has no name. Blank for a value that is not an event. */
  readonly subscription: string
  /** The action's key. Blank for a value that is not an event. */
  readonly action: string
  readonly status: OutcomeStatus
  readonly httpStatus: number
  /**
   * What happened and what to do. It never holds the token. TikTok's text is quoted without email addresses, phone
   * numbers and hashes, but other personal data in it, such as a name, cannot be recognised.
   */
  readonly message: string
  /** TikTok's ID of the request. Missing if TikTok gave none. */
  readonly requestId?: string
  /** The time to wait before the next attempt, in seconds. Only with the status `retry`, and only if it is known. */
  readonly retryAfter?: number
}

/** The result of one event. */
export interface SendResult {
  /** The event's index in the array passed to `send`. */
  readonly index: number
  /** The event's own ID, if it has one. */
  readonly messageId?: string
  /** One outcome for each subscription that matched the event, in order. Empty if none matched. */
  readonly outcomes: readonly Outcome[]
}

/** A destination with its settings. It keeps no event after sending it. */
export interface Connection {
  /**
   * Sends many events. It never throws because of an event's content or TikTok's answer.
   * @param events Segment events
   * @returns one result for each event, in order
   */
  send(events: readonly unknown[]): Promise<SendResult[]>
  /**
   * Sends one event. It never throws because of the event's content or TikTok's answer.
   * @param event a Segment event
   */
  send(event: object): Promise<SendResult>
}
