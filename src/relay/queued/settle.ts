import type { JsMsg } from '@nats-io/jetstream'
import type { Outcome } from '../../runtime'
import { backoff } from '../../runtime/backoff'
import { type DeadLetter, type DeadLetterReason, deadLetterOf } from '../delivery/dead-letter'
import type { Destination } from '../delivery/destination'
import type { Reporter } from '../delivery/reporter'
import type { DeliveryResult } from '../delivery/delivery-result'
import type { CompleteEvent } from '../intake/complete-event'

/** An event that was fetched from the queue. */
export interface QueuedEvent {
  readonly message: JsMsg
  readonly event: CompleteEvent
}

/** The context of settling. */
export interface SettleOptions {
  readonly destination: Destination
  readonly reporter: Reporter
  /** Stores the dead letter of the queued event with this sequence number. */
  readonly storeDeadLetter: (letter: DeadLetter, sequence: number) => Promise<void>
  /** The clock, in milliseconds. */
  readonly now: () => number
}

const SECOND = 1000

/**
 * How long an event is retried after it was stored, in milliseconds. Denied events have no such limit: they wait until
 * the token is fixed or the stream deletes them.
 */
const MAX_AGE = 24 * 3600 * SECOND

/** How long an event waits before it is sent again, if its dead letter could not be stored. */
const STORE_AGAIN = 30 * SECOND

/** The reason in the dead letter of an event without an outcome. For other events, the outcome gives the reason. */
const TOO_OLD: DeadLetterReason = {
  httpStatus: 503,
  message: 'The event could not be delivered within 24 hours.'
}

/**
 * Settles one event of a batch by its delivery result, or returns it to the queue for a later attempt. It never throws.
 * @returns why its dead letter could not be stored; undefined if it was stored or there is none
 */
export async function settle(
  { message, event }: QueuedEvent,
  { status, outcome }: DeliveryResult,
  options: SettleOptions
): Promise<unknown> {
  const { destination, now } = options
  switch (status) {
    case 'ignored':
    case 'delivered':
      message.ack()
      return undefined
    case 'rejected':
      return giveUp({ message, event }, outcome, options)
    case 'denied':
      message.nak(destination.gate.waitTime())
      return undefined
    case 'retry': {
      const { deliveryCount, timestampNanos } = message.info
      if (now() - timestampNanos / 1e6 > MAX_AGE) return giveUp({ message, event }, outcome, options)
      message.nak(Math.max(backoff(deliveryCount, Math.random), (outcome?.retryAfter ?? 0) * SECOND))
      return undefined
    }
  }
}

/** Stores the dead letter before it settles the event, so that a kill in between loses nothing. */
async function giveUp(
  { message, event }: QueuedEvent,
  outcome: Outcome | undefined,
  { destination, reporter, storeDeadLetter }: SettleOptions
): Promise<unknown> {
  try {
    await storeDeadLetter(deadLetterOf(destination, event, outcome ?? TOO_OLD), message.seq)
  } catch (error) {
    message.nak(STORE_AGAIN)
    return error
  }
  message.term()
  reporter.deadLettered(destination, destination.tiktokEventOf(outcome?.subscription ?? ''))
  return undefined
}
