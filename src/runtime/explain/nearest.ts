import { type Condition, parseFql } from '@segment/destination-subscriptions'
import { distance } from 'fastest-levenshtein'
import type { CompiledSubscription } from '../subscriptions'
import { compileCondition, EVENT_PARTS, readerOf, type SingleCondition } from '../trigger'
import type { NearTrigger } from './types'

type Event = Readonly<Record<string, unknown>>

const MAX_TRIGGERS = 3

/** The distance of a failed condition that does not compare two strings. */
const DEFAULT_DISTANCE = 20

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
      const conditions = 'error' in parsed ? [] : singleConditions(parsed)
      const failed = conditions.filter((condition) => !compileCondition(condition)?.(event))
      return {
        trigger: { name, subscribe, failed: failed.map((condition) => describe(condition, event)) },
        total: failed.reduce((sum, condition) => sum + distanceOf(condition, event), 0)
      }
    })
    .sort((a, b) => a.total - b.total)
    .slice(0, MAX_TRIGGERS)
    .map(({ trigger }) => trigger)
}

function singleConditions(condition: Condition): SingleCondition[] {
  return condition.type === 'group' ? condition.children.flatMap(singleConditions) : [condition]
}

function distanceOf(condition: SingleCondition, event: Event): number {
  const actual = readerOf(condition)(event)
  return typeof actual === 'string' && typeof condition.value === 'string'
    ? distance(actual, condition.value)
    : DEFAULT_DISTANCE
}

/** E.g. `event is "Order completed"; the trigger says = "Order Completed"`. */
function describe(condition: SingleCondition, event: Event): string {
  const actual = readerOf(condition)(event)
  const value = condition.value === undefined ? '' : ` ${JSON.stringify(condition.value)}`
  return `${fieldOf(condition)} is ${show(actual)}; the trigger says ${condition.operator}${value}`
}

function show(actual: unknown): string {
  if (actual === undefined) return 'missing'
  return typeof actual === 'object' && actual !== null ? 'a list or an object' : JSON.stringify(actual)
}

function fieldOf(condition: SingleCondition): string {
  if ('name' in condition) return `${EVENT_PARTS[condition.type]}.${condition.name}`
  return condition.type === 'event-type' ? 'type' : condition.type
}
