import { type JSONObject, transform } from '@segment/actions-core'
import validate from '@segment/actions-core/mapping-kit/validate'

/** Makes the payload of an event, before its validation. It throws what actions-core's `transform` throws. */
export type CompiledMapping = (event: Readonly<Record<string, unknown>>) => JSONObject

/**
 * Reads a mapping once, for many events.
 * @param mapping a mapping of actions-core's mapping kit
 * @throws what actions-core's `transform` throws for an invalid mapping
 */
export function compileMapping(mapping: Readonly<Record<string, unknown>>): CompiledMapping {
  validate(mapping)
  return (event) => transform(mapping as JSONObject, event)
}
