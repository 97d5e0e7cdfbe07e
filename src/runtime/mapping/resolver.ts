import { PayloadValidationError, realTypeOf, removeUndefined } from '@segment/actions-core'

/** Evaluates a part of a mapping for an event, or for an item of an array in it. */
export type Resolver = (data: unknown) => unknown

/**
 * Compiles a part of a mapping once for many events.
 * @param isOutput whether its value goes into the payload unchanged; otherwise a directive uses it. Default: `false`
 */
export type Compile = (part: unknown, isOutput?: boolean) => Resolver

/** A resolver that refuses every event, because the mapping kit finds most mistakes of a mapping only when it runs. */
export function failing(message: string): Resolver {
  return () => {
    throw new PayloadValidationError(message)
  }
}

/** Whether the mapping kit treats a value as an object: not an array, a date or null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return realTypeOf(value) === 'object'
}

/** Copies a value for the payload, without undefined parts, so that a change of the payload never changes the event. */
export function toOutput(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? removeUndefined(value) : value
}
