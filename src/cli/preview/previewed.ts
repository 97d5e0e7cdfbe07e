import type { Explanation } from '../../runtime'
import type { InputRecord } from '../input/record'
import { isLeftOut } from './match-keys'

/** A record of the input, and the explanation of how it would be sent. */
export interface Previewed {
  readonly record: InputRecord
  /** Undefined for a record that is not an event. */
  readonly explanation: Explanation | undefined
}

/** Why a record would be rejected; undefined if it would not be rejected. */
export function errorOf({ record, explanation }: Previewed): string | undefined {
  if ('problem' in record) return record.problem
  return explanation?.mappings.find(({ error }) => error !== undefined)?.error
}

/** Whether there is a problem to fix: an error, a value that is left out, a warning, or no matching subscription. */
export function hasProblem(previewed: Previewed): boolean {
  const { explanation } = previewed
  if (errorOf(previewed) !== undefined || explanation === undefined || explanation.mappings.length === 0) return true
  return explanation.mappings.some(({ values, warnings }) => warnings.length > 0 || values.some(isLeftOut))
}
