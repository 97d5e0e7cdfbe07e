import { type Condition, type Operator, parseFql } from '@segment/destination-subscriptions'
import { configurationError } from './configuration-error'

type Event = Readonly<Record<string, unknown>>

/** A condition on one value of the event. */
export type SingleCondition = Exclude<Condition, { type: 'group' }>

/** Whether an event matches a subscription. */
export type Trigger = (event: Event) => boolean

/**
 * Compiles a trigger in Segment's filter language once for many events. It matches the same events as the framework's
 * `validate`.
 * @param fql e.g. `event = "Order Completed"`
 * @param place the trigger's place in the configuration, for the message
 * @throws IntegrationError for text that cannot be parsed
 */
export function compileTrigger(fql: string, place: string): Trigger {
  const parsed = parseFql(fql)
  const trigger = 'error' in parsed ? undefined : compileCondition(parsed)
  if (trigger !== undefined) return trigger
  throw configurationError(
    `${place}.subscribe cannot be parsed: ${fql}. Write a condition on event, type, name, userId, properties, traits or context, e.g. event = "Order Completed".`
  )
}

/**
 * Compiles a condition once for many events.
 * @param condition undefined for empty parentheses
 * @returns undefined if any part of the condition is empty or has an unknown operator, both of which the parser accepts
 */
export function compileCondition(condition: Condition | undefined): Trigger | undefined {
  if (condition === undefined) return undefined
  if (condition.type !== 'group') {
    const read = readerOf(condition)
    const test = TESTS.get(condition.operator)?.(condition.value)
    return test && ((event) => test(read(event)))
  }
  const children: Trigger[] = []
  for (const child of condition.children) {
    const trigger = compileCondition(child)
    if (trigger === undefined) return undefined
    children.push(trigger)
  }
  const [only] = children
  if (children.length === 1 && only !== undefined) return only
  return condition.operator === 'and'
    ? (event) => children.every((child) => child(event))
    : (event) => children.some((child) => child(event))
}

/** The part of the event that a condition reads, by the type of the condition. */
export const EVENT_PARTS = {
  'event-property': 'properties',
  'event-trait': 'traits',
  'event-context': 'context'
} as const

/** Creates the function that reads the event's value for a condition. */
export function readerOf(condition: SingleCondition): (event: Event) => unknown {
  if (condition.type === 'event-type') return (event) => event['type']
  if (!('name' in condition)) {
    const key = condition.type
    return (event) => event[key]
  }
  const part = EVENT_PARTS[condition.type]
  const keys = condition.name.match(/[^[.\]]+/g) ?? []
  return (event) => {
    let value: unknown = event[part]
    for (const key of keys) value = value && (value as Event)[key]
    return value
  }
}

type Test = (actual: unknown) => boolean

const compareNumbers =
  (compare: (actual: number, expected: number) => boolean) =>
  (expected: unknown): Test =>
  (actual) =>
    typeof actual === 'number' && compare(actual, Number(expected))

const compareStrings =
  (compare: (actual: string, expected: string) => boolean) =>
  (expected: unknown): Test =>
  (actual) =>
    typeof actual === 'string' && compare(actual, String(expected))

/** By operator, the function that turns the value in the trigger into a test of the event's value. */
const TESTS_BY_OPERATOR: Readonly<Record<Operator, (expected: unknown) => Test>> = {
  '=': (expected) => {
    const text = String(expected)
    return (actual) => actual === text
  },
  '!=': (expected) => {
    const text = String(expected)
    return (actual) => actual !== text
  },
  '<': compareNumbers((actual, expected) => actual < expected),
  '<=': compareNumbers((actual, expected) => actual <= expected),
  '>': compareNumbers((actual, expected) => actual > expected),
  '>=': compareNumbers((actual, expected) => actual >= expected),
  number_equals: compareNumbers((actual, expected) => actual === expected),
  number_not_equals: compareNumbers((actual, expected) => actual !== expected),
  contains: compareStrings((actual, expected) => actual.includes(expected)),
  not_contains: compareStrings((actual, expected) => !actual.includes(expected)),
  starts_with: compareStrings((actual, expected) => actual.startsWith(expected)),
  not_starts_with: compareStrings((actual, expected) => !actual.startsWith(expected)),
  ends_with: compareStrings((actual, expected) => actual.endsWith(expected)),
  not_ends_with: compareStrings((actual, expected) => !actual.endsWith(expected)),
  exists: () => (actual) => actual !== undefined && actual !== null,
  not_exists: () => (actual) => actual === undefined || actual === null,
  is_true: () => (actual) => actual === true,
  is_false: () => (actual) => actual === false
}

const TESTS = new Map<string, (expected: unknown) => Test>(Object.entries(TESTS_BY_OPERATOR))
