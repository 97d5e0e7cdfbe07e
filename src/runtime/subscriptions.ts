import type { ActionDefinition, DestinationDefinition } from '@segment/actions-core'
import { isRecord, toText } from '../shared/coerce'
import { configurationError, didYouMean, messageOf } from './configuration-error'
import { compileMapping, type CompiledMapping } from './mapping/compile'
import { compilePayload, type ToPayload } from './payload'
import { compileTrigger, type Trigger } from './trigger'
import type { ConnectOptions } from './types'

/** An action that accepts batches. */
export type BatchAction<Settings> = ActionDefinition<Settings> &
  Required<Pick<ActionDefinition<Settings>, 'performBatch'>>

/** A subscription, checked and ready for many events. */
export interface CompiledSubscription<Settings> {
  readonly name: string
  readonly subscribe: string
  readonly mapping: Readonly<Record<string, unknown>>
  readonly actionKey: string
  readonly action: BatchAction<Settings>
  readonly matches: Trigger
  readonly toPayload: ToPayload
}

/**
 * Checks the subscriptions of a destination.
 * @returns the enabled subscriptions
 * @throws IntegrationError that names the place of the mistake: an unknown action or one without batches, a trigger
 * that is blank or cannot be parsed, or an invalid mapping
 */
export function checkSubscriptions<Settings>(
  definition: DestinationDefinition<Settings>,
  subscriptions: NonNullable<ConnectOptions['subscriptions']>
): CompiledSubscription<Settings>[] {
  if (!Array.isArray(subscriptions)) throw configurationError('The subscriptions must be an array.')
  return subscriptions.flatMap((subscription: unknown, index) => {
    const place = `subscriptions[${index}]`
    if (!isRecord(subscription)) throw configurationError(`${place} must be an object.`)
    return subscription['enabled'] === false ? [] : [checkSubscription(definition, subscription, place)]
  })
}

function checkSubscription<Settings>(
  definition: DestinationDefinition<Settings>,
  { name, subscribe, partnerAction, mapping }: Readonly<Record<string, unknown>>,
  position: string
): CompiledSubscription<Settings> {
  const label = toText(name)
  const place = label === undefined ? position : `${position} (${label})`
  const trigger = toText(subscribe)
  if (typeof subscribe !== 'string' || trigger === undefined) {
    throw configurationError(`${place}.subscribe is missing or blank. Write a trigger, e.g. event = "Order Completed".`)
  }
  const matches = compileTrigger(subscribe, place)
  const actionKey = toText(partnerAction) ?? ''
  const action = actionOf(definition, actionKey, place)
  if (!isRecord(mapping)) throw configurationError(`${place}.mapping must be an object.`)
  return {
    name: label ?? trigger,
    subscribe,
    mapping,
    actionKey,
    action,
    matches,
    toPayload: compilePayload(mappingOf(mapping, place), action.fields)
  }
}

function actionOf<Settings>(
  { name, actions }: DestinationDefinition<Settings>,
  key: string,
  place: string
): BatchAction<Settings> {
  const action = Object.hasOwn(actions, key) ? actions[key] : undefined
  if (action === undefined) {
    throw configurationError(
      `${place}.partnerAction is ${key || 'blank'}, which is not an action of ${name}.${didYouMean(key, Object.keys(actions))}`
    )
  }
  if (action.performBatch === undefined)
    throw configurationError(`${place}: the action ${key} does not accept batches.`)
  return action as BatchAction<Settings>
}

function mappingOf(mapping: Readonly<Record<string, unknown>>, place: string): CompiledMapping {
  try {
    return compileMapping(mapping)
  } catch (error) {
    throw configurationError(`${place}.mapping is invalid: ${messageOf(error)}`)
  }
}
