import { PayloadValidationError, realTypeOf, removeUndefined } from '@segment/actions-core'

/** Evaluates a part of a mapping for an event, or for an item of an array in it. */
export type Resolver = (data: unknown) => unknown

/**
 * Compiles a part of a mapping once for many events.
 * @param isOutput whether the value goes directly into the payload; if false or missing, it goes to a directive
 */
export type Compile = (part: unknown, isOutput?: boolean) => Resolver

/**
 * Creates a resolver that always throws, for a mistake in a mapping. The error comes with each event and not when the
 * mapping is compiled, because actions-core's mapping kit does the same with most mistakes.
 */
export function failing(message: string): Resolver {
  return () => {
    throw new PayloadValidationError(message)
  }
}

/** Whether the mapping kit treats a value as an object: not an array, a date or null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return realTypeOf(value) === 'object'
}

/**
 * Copies a value for the payload, without its undefined parts. A change of the payload then does not change the event.
 */
export function toOutput(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? removeUndefined(value) : value
}
