import { PayloadValidationError, realTypeOf, removeUndefined } from '@segment/actions-core'

/** Gives what a part of a mapping makes of an event, or of an item of an array in it. */
export type Resolver = (data: unknown) => unknown

/**
 * Reads a part of a mapping, once, for many events.
 * @param isOutput whether its value goes into the payload as it is; otherwise a directive works on it. Default: `false`
 */
export type Compile = (part: unknown, isOutput?: boolean) => Resolver

/** A resolver that refuses every event. The mapping kit finds most mistakes of a mapping only when it runs. */
export function failing(message: string): Resolver {
  return () => {
    throw new PayloadValidationError(message)
  }
}

/** An object as the mapping kit understands it: no array, no date, not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return realTypeOf(value) === 'object'
}

/** What a value is in the payload: a copy without what is undefined, so that the event never changes with the payload. */
export function toOutput(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? removeUndefined(value) : value
}
