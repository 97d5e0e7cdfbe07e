import type { Destination, JSONObject, Subscription } from '@segment/actions-core'
import type { Sandbox } from '../src/sandbox'
import type { DemoEvent } from './demo-event'
import { sentEvent, type SentEvent } from './sent-event'

/** The replacement for Segment: a destination with its settings and subscriptions, and the sandbox it sends to. */
export interface Host {
  readonly destination: Pick<Destination, 'onEvent' | 'onBatch' | 'responses'>
  readonly settings: JSONObject
  readonly subscriptions: readonly Subscription[]
  readonly sandbox: Sandbox
}

/** The result of one subscription that an event matched. */
export interface Attempt {
  readonly subscription: Subscription
  /** The event as it was sent; undefined if no request was made. */
  readonly sent: SentEvent | undefined
  /** Why it was not delivered; undefined if it was. */
  readonly rejection: Rejection | undefined
}

/** An error of the framework. */
export interface Rejection {
  readonly status: number
  readonly message: string
}

/** An event and its attempts. There are none if it matched no subscription. */
export interface Run {
  readonly event: DemoEvent
  readonly attempts: readonly Attempt[]
}

/** Runs one event through each subscription of the destination separately, as Segment does. */
export async function runEvent(event: DemoEvent, host: Host): Promise<Run> {
  const attempts: Attempt[] = []
  for (const subscription of host.subscriptions) {
    const attempt = await attemptEvent(event, subscription, host)
    if (attempt) attempts.push(attempt)
  }
  return { event, attempts }
}

/** The settings as a host passes them, including the subscriptions. */
export function withSubscriptions(settings: JSONObject, subscriptions: readonly Subscription[]): JSONObject {
  return {
    ...settings,
    subscriptions: subscriptions.map(({ subscribe, partnerAction, mapping = {} }) => ({
      subscribe,
      partnerAction,
      mapping
    }))
  }
}

async function attemptEvent(
  event: DemoEvent,
  subscription: Subscription,
  { destination, settings, sandbox }: Host
): Promise<Attempt | undefined> {
  const requestsBefore = sandbox.requests.length
  const acceptedBefore = sandbox.accepted.length
  const rejection = await destination
    .onEvent(event, withSubscriptions(settings, [subscription]))
    .then(
      (results) => (results.some(({ output }) => output === 'not subscribed') ? 'not subscribed' : undefined),
      rejectionOf
    )
  // actions-core keeps every response and its request.
  destination.responses.length = 0
  if (rejection === 'not subscribed') return undefined
  const accepted = sandbox.accepted.length - acceptedBefore
  return {
    subscription,
    sent: sentEvent(sandbox.requests[requestsBefore]?.body),
    rejection: rejection ?? (accepted === 1 ? undefined : { status: 0, message: `TikTok accepted ${accepted} events.` })
  }
}

function rejectionOf(error: unknown): Rejection {
  const message = error instanceof Error ? error.message : String(error)
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return { status, message }
}
