import type { Attempt, Rejection, Run } from '../../demo/run-event'

const subscription = {
  name: 'Complete Payment',
  subscribe: 'event = "Order Completed"',
  partnerAction: 'reportWebEvent',
  mapping: { event: 'CompletePayment' }
}

/** An attempt that was delivered. */
export const delivered: Attempt = {
  subscription,
  sent: { event: 'CompletePayment', matchKeys: ['email', 'ext_id'] },
  rejection: undefined
}

/** An attempt that was rejected before a request was made. */
export function rejected(rejection: Rejection): Attempt {
  return { subscription, sent: undefined, rejection }
}

/** A run of an `Order Completed`. */
export function run(messageId: string, ...attempts: Attempt[]): Run {
  return { event: { messageId, type: 'track', event: 'Order Completed' }, attempts }
}
