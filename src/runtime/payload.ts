import { decimalCommaError } from './decimal-comma'
import { type Fields, schemaOf } from './field-schema'
import type { CompiledMapping } from './mapping/compile'

/** Makes the validated payload of an event. */
export type ToPayload = (event: object) => unknown

/**
 * The way from an event to the payload that an action gets, as `Destination.onBatch` goes it: mapping, removal of empty
 * values, validation.
 * @param map the compiled mapping
 * @param fields the action's
 * @returns a function that throws what the mapping throws, and PayloadValidationError for a decimal comma, and AggregateAjvError for
 * other values that the fields do not take
 */
export function compilePayload(map: CompiledMapping, fields: Fields): ToPayload {
  const { removeEmptyValues, validate } = schemaOf(fields)
  return (event) => {
    const payload = removeEmptyValues(map(event))
    try {
      validate(payload)
    } catch (error) {
      throw decimalCommaError(payload, fields) ?? error
    }
    return payload
  }
}
