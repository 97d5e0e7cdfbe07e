import type { InputField } from '@segment/actions-core'

type Conditions = Exclude<InputField['depends_on'], undefined>

/**
 * A `depends_on` (or `required`) of the framework: each named field holds that value.
 * @param match whether all of them must, or any
 * @param values the value by field key
 */
export function when(match: 'all' | 'any', values: Readonly<Record<string, string>>): Conditions {
  return {
    match,
    conditions: Object.entries(values).map(([fieldKey, value]) => ({ fieldKey, operator: 'is', value }))
  }
}
