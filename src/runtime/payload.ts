import { decimalCommaError } from './decimal-comma'
import { type Fields, schemaOf } from './field-schema'
import type { CompiledMapping } from './mapping/compile'

/** Builds the validated payload of an event. */
export type ToPayload = (event: object) => unknown

/**
 * Creates the function that converts an event to the payload of an action, in the same steps as `Destination.onBatch`:
 * mapping, removal of empty values, validation.
 * @param map the compiled mapping
 * @param fields the fields of the action
 * @returns a function that throws the errors of the mapping, PayloadValidationError for a decimal comma, and
 * AggregateAjvError for other invalid values
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
