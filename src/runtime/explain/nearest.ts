import { type Condition, parseFql } from '@segment/destination-subscriptions'
import { distance } from 'fastest-levenshtein'
import type { CompiledSubscription } from '../subscriptions'
import { compileCondition, readerOf, type SingleCondition } from '../trigger'
import type { NearTrigger } from './types'

type Event = Readonly<Record<string, unknown>>

/** The maximum number of triggers that are shown. */
const MOST = 3

/** The distance of a condition that fails and does not compare two texts. */
const FAR = 20

/**
 * Finds the triggers that are nearest to an event that no trigger matches.
 * @param subscriptions all subscriptions
 * @param event the event
 */
export function nearestTriggers(
  subscriptions: readonly Pick<CompiledSubscription<unknown>, 'name' | 'subscribe'>[],
  event: Event
): NearTrigger[] {
  return subscriptions
    .map(({ name, subscribe }) => {
      const parsed = parseFql(subscribe)
      const failed = 'error' in parsed ? [] : singleConditions(parsed).filter((one) => !compileCondition(one)?.(event))
      return {
        near: { name, subscribe, failed: failed.map((one) => describe(one, event)) },
        far: failed.reduce((sum, one) => sum + distanceOf(one, event), 0)
      }
    })
    .sort((one, other) => one.far - other.far)
    .slice(0, MOST)
    .map(({ near }) => near)
}

function singleConditions(condition: Condition): SingleCondition[] {
  return condition.type === 'group' ? condition.children.flatMap(singleConditions) : [condition]
}

function distanceOf(condition: SingleCondition, event: Event): number {
  const actual = readerOf(condition)(event)
  return typeof actual === 'string' && typeof condition.value === 'string' ? distance(actual, condition.value) : FAR
}

/** `event is "Order completed"; the trigger says = "Order Completed"` */
function describe(condition: SingleCondition, event: Event): string {
  const part = condition.type
    .replace(/^event-(?!type$)/, '')
    .replace('property', 'properties')
    .replace('trait', 'traits')
  const field = 'name' in condition ? `${part}.${condition.name}` : condition.type.replace('event-type', 'type')
  const actual = readerOf(condition)(event)
  const value = condition.value === undefined ? '' : ` ${JSON.stringify(condition.value)}`
  const shown = actual === undefined ? 'missing' : typeof actual === 'object' ? 'no text' : JSON.stringify(actual)
  return `${field} is ${shown}; the trigger says ${condition.operator}${value}`
}
