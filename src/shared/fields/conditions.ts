import type { InputField } from '@segment/actions-core'

type Conditions = Exclude<InputField['depends_on'], undefined>

/**
 * Creates a condition for `depends_on` or `required`: the fields must have these values.
 * @param match whether all fields must match, or any
 * @param values the values by field key
 */
export function when(match: 'all' | 'any', values: Readonly<Record<string, string>>): Conditions {
  return {
    match,
    conditions: Object.entries(values).map(([fieldKey, value]) => ({ fieldKey, operator: 'is', value }))
  }
}
