import type { Subscription } from '@segment/actions-core'
import type { Connection, Outcome } from '../src/runtime'
import type { Sandbox } from '../src/sandbox'
import type { DemoEvent } from './demo-event'
import { sentEvent, type SentEvent } from './sent-event'

/** A destination, its subscriptions and the sandbox that it sends to. */
export interface DemoDestination {
  /** Connects the destination with some of its subscriptions. */
  readonly connect: (subscriptions: readonly Subscription[]) => Connection
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

/** An outcome that is not a delivery. */
export interface Rejection {
  readonly status: number
  readonly message: string
}

/** An event and its attempts. The list is empty if the event matched no subscription. */
export interface Run {
  readonly event: DemoEvent
  readonly attempts: readonly Attempt[]
}

/** Runs one event through each subscription of the destination separately. */
export async function runEvent(event: DemoEvent, destination: DemoDestination): Promise<Run> {
  const attempts: Attempt[] = []
  for (const subscription of destination.subscriptions) {
    const attempt = await attemptEvent(event, subscription, destination)
    if (attempt) attempts.push(attempt)
  }
  return { event, attempts }
}

async function attemptEvent(
  event: DemoEvent,
  subscription: Subscription,
  { connect, sandbox }: DemoDestination
): Promise<Attempt | undefined> {
  const requestsBefore = sandbox.requests.length
  const acceptedBefore = sandbox.accepted.length
  const { outcomes } = await connect([subscription]).send(event)
  const [outcome] = outcomes
  if (outcome === undefined) return undefined
  const accepted = sandbox.accepted.length - acceptedBefore
  const isWrong = outcome.status === 'delivered' && accepted !== 1
  return {
    subscription,
    sent: sentEvent(sandbox.requests[requestsBefore]?.body),
    rejection: isWrong ? { status: 0, message: `TikTok accepted ${accepted} events.` } : rejectionOf(outcome)
  }
}

/** Why an event was not delivered; undefined if it was. */
export function rejectionOf({ status, httpStatus, message }: Outcome): Rejection | undefined {
  return status === 'delivered' ? undefined : { status: httpStatus, message }
}
